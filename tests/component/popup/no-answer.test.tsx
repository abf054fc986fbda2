// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { apiSettings } from '../../../lib/storage/api-settings.ts';
import { saveConfiguredKey } from '../../support/configured-key.ts';
import { grantedPermissions } from '../../support/fake-browser.ts';
import { text } from '../../support/locale.ts';
import { background, fakeBackground } from '../fake-background.ts';
import { openOptions } from '../options/open-options.tsx';
import { button, openPopup, shown } from './open-popup.tsx';

/** Lets messages with this name fail, or the background be gone. */
function fail(name: string, failure?: string): void {
  const { sendMessage } = fakeBrowser.runtime;
  fakeBrowser.runtime.sendMessage = vi.fn(async (message: { name: string }) => {
    const answer = await Reflect.apply(sendMessage, fakeBrowser.runtime, [message]);
    if (!message.name.endsWith(`:${name}`)) return answer;
    if (failure === undefined) throw new Error('The message port closed before a response was received.');
    return { ok: false, failure };
  }) as never;
}

beforeEach(() => {
  fakeBackground();
  background.survey = { host: 'example.com', fields: 2, undo: 2 };
});
afterEach(cleanup);

it.each([
  [undefined, 'message_failed'],
  ['handler_failed', 'message_failed'],
  ['invalid_request', 'message_outdated'],
  ['unknown_message', 'message_outdated'],
] as const)('the line about the page says that its survey has failed (%s)', async (failure, sentence) => {
  fail('survey', failure);
  await openPopup();
  await screen.findByText(text(sentence));
  expect(shown()).not.toBe('');
});

it.each([
  ['fill', () => text('popup_fill', 2)],
  ['undo', () => text('popup_undo_button')],
])('the popup says that its %s has failed', async (name, label) => {
  fail(name);
  const user = await openPopup();
  await user.click(await screen.findByRole('button', { name: label() }));
  await screen.findByText(text('message_failed'));
});

it('a request to the API that nobody answers is told, and this device can make the password', async () => {
  await apiSettings.update((settings) => ({ ...settings, on: true }));
  fail('make-by-api', 'handler_failed');
  await openPopup().catch(() => undefined);
  await screen.findByText(text('api_no_reply'));
  expect(button(text('popup_make_local'))).toBeTruthy();
});

it('a test of the API that nobody answers is told', async () => {
  grantedPermissions.add('https://api.tinyfn.io/*');
  await saveConfiguredKey({ key: 'tfn_test_0123456789abcdef', keeping: 'session' });
  fail('test-api');
  const user = await openOptions();
  await waitFor(() => expect(button(text('options_api_test'))).toHaveProperty('disabled', false));
  await user.click(button(text('options_api_test')));
  await screen.findByText(text('message_failed'));
});
