// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pendingFill } from '../../../lib/storage/pending-fill.ts';
import { grantedPermissions, person } from '../../support/fake-browser.ts';
import { text } from '../../support/locale.ts';
import { background, fakeBackground } from '../fake-background.ts';
import { button, openPopup, shown } from './open-popup.tsx';

const waiting = (tabId: number) => ({
  tabId,
  origin: 'https://accounts.example',
  matchPattern: 'https://accounts.example/*',
  password: 'From-popup-1',
  at: Date.now(),
});

beforeEach(fakeBackground);
afterEach(cleanup);

describe('a form in a frame of another site', () => {
  it('is filled once the person allows that one site', async () => {
    background.survey = {
      host: '',
      fields: 0,
      pageId: 'page-1',
      foreign: ['https://accounts.example', 'https://ads.example:8443'],
    };
    background.fillOutcome = { code: 'filled', fields: 1 };
    const user = await openPopup();
    const password = shown();
    expect(button(text('popup_allow_frame', 'ads.example:8443'))).toBeTruthy();
    await user.click(
      await screen.findByRole('button', { name: text('popup_allow_frame', 'accounts.example') }),
    );
    await screen.findByText(text('fill_filled', 1));
    expect([...grantedPermissions]).toEqual(['https://accounts.example/*']);
    expect(await pendingFill.read()).toEqual({
      tabId: 7,
      pageId: 'page-1',
      origin: 'https://accounts.example',
      matchPattern: 'https://accounts.example/*',
      password,
      at: expect.any(Number),
    });
    expect(JSON.stringify(background.sent)).not.toContain(password);
  });

  it('is not filled, and the popup shows what to do, if the person does not allow it', async () => {
    background.survey = { host: '', fields: 0, foreign: ['https://accounts.example'] };
    person.allows = false;
    const user = await openPopup();
    await user.click(
      await screen.findByRole('button', { name: text('popup_allow_frame', 'accounts.example') }),
    );
    await screen.findByText(text('popup_frame_declined', 'accounts.example'));
    expect(background.sent.map(({ name }) => name)).not.toContain('popup-to-background:fill-granted');
    await expect.poll(pendingFill.read).toBeUndefined();
  });

  it('has the background guard the waiting password before the browser asks', async () => {
    background.survey = { host: '', fields: 0, foreign: ['https://accounts.example'] };
    let sentBefore: string[] = [];
    fakeBrowser.permissions.request = (async () => {
      sentBefore = background.sent.map(({ name }) => name);
      return false;
    }) as never;
    const user = await openPopup();
    await user.click(
      await screen.findByRole('button', { name: text('popup_allow_frame', 'accounts.example') }),
    );
    await screen.findByText(text('popup_frame_declined', 'accounts.example'));
    const sent = background.sent.map(({ name }) => name);
    expect(import.meta.env.FIREFOX ? sent : sentBefore).toContain('popup-to-background:guard-pending');
  });

  it('was declined if it still waits when the popup opens, and is erased then', async () => {
    background.survey = { host: '', fields: 0, foreign: ['https://accounts.example'] };
    await pendingFill.update(() => waiting(7));
    await openPopup();
    await screen.findByText(text('popup_frame_declined', 'accounts.example'));
    expect(await pendingFill.read()).toBeUndefined();
  });

  it.each([
    ['another tab', 8, false],
    ['the same tab, whose frame was allowed meanwhile', 7, true],
  ])('was not declined if it waited for %s, and is erased all the same', async (_, tabId, isAllowed) => {
    background.survey = { host: '', fields: 0, foreign: ['https://accounts.example'] };
    await pendingFill.update(() => waiting(tabId));
    if (isAllowed) grantedPermissions.add('https://accounts.example/*');
    await openPopup();
    await screen.findByText(text('popup_foreign'), { exact: false });
    await expect.poll(pendingFill.read).toBeUndefined();
    expect(document.body.textContent).not.toContain(text('popup_frame_declined', 'accounts.example'));
  });
});
