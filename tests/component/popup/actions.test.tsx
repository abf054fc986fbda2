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
      request: { tabId: 7, entryId: entry?.id },
    });
    expect(JSON.stringify(background.sent)).not.toContain(password);
  });
});
