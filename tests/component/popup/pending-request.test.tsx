// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apiSettings } from '../../../lib/storage/api-settings.ts';
import { text } from '../../support/locale.ts';
import { API_HOST, API_PASSWORD, background, fakeBackground } from '../fake-background.ts';
import { button, openPopup, shown } from './open-popup.tsx';

const { makeByApi } = (() => {
  fakeBackground();
  return background;
})();

beforeEach(async () => {
  fakeBackground();
  background.makeByApi = () => new Promise(() => {});
  await apiSettings.update((settings) => ({ ...settings, on: true }));
});
afterEach(cleanup);

const names = () => background.sent.map(({ name }) => name);

describe('a request that takes long', () => {
  it.each([
    ['Escape', (user: Awaited<ReturnType<typeof openPopup>>) => user.keyboard('{Escape}')],
    ['Cancel', (user: Awaited<ReturnType<typeof openPopup>>) => user.click(button(text('popup_cancel')))],
  ])('is shown, and %s ends it at once, which is no error', async (_, cancel) => {
    const user = await openPopup();
    await screen.findByText(text('popup_asking', API_HOST));
    await cancel(user);
    await screen.findByText(text('api_cancelled'));
    expect(names().at(-1)).toBe('popup-to-background:cancel-api');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(document.activeElement?.id).toBe('make-local');
    await user.keyboard('{Enter}');
    expect(shown()).toHaveLength(16);
    expect(document.querySelector('#source')?.textContent).toBe(text('popup_source_local'));
  });

  it('can be sent again after it was cancelled', async () => {
    const user = await openPopup();
    await user.click(await screen.findByRole('button', { name: text('popup_cancel') }));
    background.makeByApi = makeByApi;
    await user.click(button(text('popup_ask_again')));
    await waitFor(() => expect(shown()).toBe(API_PASSWORD.password));
    expect(names().filter((name) => name === 'popup-to-background:make-by-api')).toHaveLength(2);
  });

  it('can be cancelled beside a password of this device, which stays', async () => {
    await apiSettings.update((settings) => ({ ...settings, fallback: 'local' }));
    const user = await openPopup();
    const before = shown();
    await user.click(await screen.findByRole('button', { name: text('popup_cancel') }));
    await screen.findByText(text('api_cancelled'));
    expect(shown()).toBe(before);
    expect(document.querySelector('[data-tone=warning]')).toBeNull();
    background.makeByApi = makeByApi;
    await user.click(button(text('popup_ask_again')));
    await waitFor(() => expect(shown()).toBe(API_PASSWORD.password));
  });
});
