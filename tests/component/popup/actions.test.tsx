// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recentPasswords } from '../../../lib/storage/recent-passwords.ts';
import { text } from '../../support/locale.ts';
import { background, fakeBackground } from '../fake-background.ts';
import { button, openPopup, shown } from './open-popup.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

describe('the actions of the popup', () => {
  it('copy with Enter, confirm it and remember what was copied', async () => {
    const user = await openPopup();
    const password = shown();
    await user.keyboard('{Enter}');
    await screen.findByText(text('popup_copied'));
    expect(await navigator.clipboard.readText()).toBe(password);
    expect(await recentPasswords.read()).toMatchObject([{ password, copiedAt: expect.any(Number) }]);
  });

  it('regenerate the password', async () => {
    const user = await openPopup();
    const before = shown();
    await user.click(button(text('popup_again')));
    expect(shown()).not.toBe(before);
  });

  it('have no Fill where the page has nothing to fill', async () => {
    await openPopup();
    expect(document.querySelector('#fill')).toBeNull();
  });

  it('say that the page’s only form is in a frame without an origin', async () => {
    background.survey = { host: '', fields: 0, opaque: true };
    await openPopup();
    await screen.findByText(text('fill_opaque_frame'));
    expect(document.querySelector('#fill')).toBeNull();
  });

  it('fill the frame that the survey has chosen, and say where the focus is', async () => {
    const frame = { frameId: 3, documentId: 'd', origin: 'https://example.com' };
    background.survey = { host: 'example.com', fields: 2, frame, opaque: true };
    const user = await openPopup();
    await screen.findByText(text('popup_opaque_focus', 'example.com'));
    await user.click(await screen.findByRole('button', { name: text('popup_fill', 2) }));
    await screen.findByText(text('fill_filled', 2));
    expect(background.sent).toContainEqual({
      name: 'popup-to-background:fill',
      request: { tabId: 7, entryId: expect.any(String), frame },
    });
  });

  it('fill the shown password by its id: the password itself is in no message', async () => {
    background.survey = { host: 'example.com', fields: 2 };
    const user = await openPopup();
    const password = shown();
    await user.click(await screen.findByRole('button', { name: text('popup_fill', 2) }));
    await screen.findByText(text('fill_filled', 2));
    const [entry] = await recentPasswords.read();
    expect(entry).toMatchObject({ password, host: 'example.com' });
    expect(background.sent.at(1)).toEqual({
      name: 'popup-to-background:fill',
      request: { tabId: 7, entryId: entry?.id, frame: { frameId: 0, origin: 'https://example.com' } },
    });
    expect(JSON.stringify(background.sent)).not.toContain(password);
  });
});
