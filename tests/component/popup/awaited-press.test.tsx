// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiReply, TabSurvey } from '../../../lib/messaging/messages.ts';
import { apiPassword } from '../../../lib/storage/api-passwords.ts';
import { apiSettings } from '../../../lib/storage/api-settings.ts';
import { recentPasswords } from '../../../lib/storage/recent-passwords.ts';
import { deferred } from '../../support/deferred.ts';
import { text } from '../../support/locale.ts';
import { API_HOST, API_PASSWORD, background, fakeBackground } from '../fake-background.ts';
import { button, openPopup, shown, surveyWith } from './open-popup.tsx';

let reply = deferred<ApiReply>();
/** The clipboard. */
let copied = '';
/** Whether it refuses what a press has begun and a later text ends. */
let refusesLate = false;

/** What jsdom lacks. */
class Item {
  readonly data: Promise<Blob>;
  constructor(data: Record<string, Promise<Blob>>) {
    this.data = data['text/plain'] as Promise<Blob>;
  }
}

beforeEach(async () => {
  fakeBackground();
  reply = deferred();
  background.makeByApi = () => reply.promise;
  background.survey = { host: 'example.com', fields: 2 };
  copied = '';
  refusesLate = false;
  await apiSettings.update((settings) => ({ ...settings, on: true }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const readBlob = (blob: Blob) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob);
  });

/** Opens the popup with a clipboard that takes promises, as browsers' does. */
async function open() {
  const user = await openPopup();
  vi.stubGlobal('ClipboardItem', Item);
  navigator.clipboard.writeText = async (text) => {
    copied = text;
  };
  navigator.clipboard.write = async ([item]) => {
    const text = await readBlob(await (item as unknown as Item).data);
    if (refusesLate) throw new DOMException('', 'NotAllowedError');
    copied = text;
  };
  return user;
}

const fillButton = () => screen.findByRole('button', { name: text('popup_fill', 2) });
const replyWith = async () => {
  await apiPassword.update(() => API_PASSWORD);
  reply.resolve({ ok: true, id: API_PASSWORD.id });
};
const note = () => document.querySelector('#note')?.textContent;
const fills = () => background.sent.filter(({ name }) => name === 'popup-to-background:fill');

describe('a press while a server is asked', () => {
  it('of Copy waits, says for what, and copies the server’s password', async () => {
    const user = await open();
    await user.click(button(text('popup_copy')));
    await screen.findByText(text('popup_copy_waits', API_HOST));
    expect(await recentPasswords.read()).toEqual([]);
    await replyWith();
    await screen.findByText(text('popup_copied'));
    expect(shown()).toBe(API_PASSWORD.password);
    expect(copied).toBe(API_PASSWORD.password);
    expect(await recentPasswords.read()).toMatchObject([
      { password: API_PASSWORD.password, madeBy: API_HOST, copiedAt: expect.any(Number) },
    ]);
  });

  it('of Fill waits, says for what, and fills the server’s password', async () => {
    const user = await open();
    await user.click(await fillButton());
    await screen.findByText(text('popup_fill_waits', API_HOST));
    expect(fills()).toEqual([]);
    await replyWith();
    await screen.findByText(text('fill_filled', 2));
    expect(fills()).toHaveLength(1);
    expect(await recentPasswords.read()).toMatchObject([
      { password: API_PASSWORD.password, madeBy: API_HOST },
    ]);
  });

  it('does nothing when the request fails, and the failure is shown', async () => {
    const user = await open();
    await user.click(button(text('popup_copy')));
    reply.resolve({ ok: false, host: API_HOST, problem: { code: 'timed_out' } });
    await screen.findByText(text('api_timed_out', API_HOST));
    await waitFor(() => expect(note()).toBe(''));
    await user.click(button(text('popup_make_local')));
    expect(shown()).toHaveLength(16);
    expect(note()).toBe('');
    expect(copied).toBe('');
    expect(await recentPasswords.read()).toEqual([]);
  });

  it.each([
    ['Escape', () => fireEvent.keyDown(document.body, { key: 'Escape' })],
    ['Cancel', () => fireEvent.click(button(text('popup_cancel')))],
  ])('is taken back by %s', async (_, cancel) => {
    const user = await open();
    await screen.findByText(text('popup_asking', API_HOST));
    await user.click(button(text('popup_copy')));
    cancel();
    await screen.findByText(text('api_cancelled'));
    await replyWith();
    await waitFor(() => expect(note()).toBe(''));
    expect(shown()).toBe('');
    expect(copied).toBe('');
    expect(await recentPasswords.read()).toEqual([]);
  });

  it('is taken back by another choice of the person', async () => {
    const user = await open();
    await user.click(button(text('popup_copy')));
    await screen.findByText(text('popup_copy_waits', API_HOST));
    await user.click(button(text('popup_again')));
    expect(note()).toBe('');
    await replyWith();
    await waitFor(() => expect(shown()).toBe(API_PASSWORD.password));
    expect(await recentPasswords.read()).toEqual([]);
  });

  it('takes the place of the press before', async () => {
    const user = await open();
    await user.click(await fillButton());
    await user.click(button(text('popup_copy')));
    await screen.findByText(text('popup_copy_waits', API_HOST));
    await replyWith();
    await screen.findByText(text('popup_copied'));
    expect(fills()).toEqual([]);
  });

  it('copies nothing that does not fit the page, and offers one that does', async () => {
    const page = deferred<TabSurvey>();
    background.survey = page.promise;
    const user = await open();
    await screen.findByText(text('popup_asking', API_HOST));
    await user.click(button(text('popup_copy')));
    page.resolve(surveyWith({ maxLength: 12 }));
    await screen.findByRole('button', { name: text('popup_fill', 1) });
    await replyWith();
    await screen.findByRole('button', { name: text('site_use_fitting') });
    expect(await recentPasswords.read()).toEqual([]);
    expect(copied).toBe('');
  });

  it('says so where the browser lets nothing be copied after the wait, and a press then copies', async () => {
    const user = await open();
    refusesLate = true;
    await user.click(button(text('popup_copy')));
    await replyWith();
    await screen.findByText(text('popup_copy_late'));
    expect(shown()).toBe(API_PASSWORD.password);
    await user.click(button(text('popup_copy')));
    await screen.findByText(text('popup_copied'));
    expect(copied).toBe(API_PASSWORD.password);
  });
});
