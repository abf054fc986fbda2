// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { clear, createStore } from 'idb-keyval';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { servicesWithKey } from '../../../lib/storage/key-state.ts';
import { saveKey } from '../../../lib/storage/key-store.ts';
import { configuredKey, saveConfiguredKey } from '../../support/configured-key.ts';
import { text, textPattern } from '../../support/locale.ts';
import { fakeBackground } from '../fake-background.ts';
import { button, KEY, openApiSection } from './open-api-section.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

describe('a stored key', () => {
  it('can be deleted', async () => {
    await saveConfiguredKey({ key: KEY, keeping: 'device' });
    const user = await openApiSection();
    await user.click(await screen.findByRole('button', { name: text('options_key_forget') }));
    await screen.findByRole('button', { name: text('options_key_save') });
    expect(await configuredKey()).toBeUndefined();
  });

  it('under a passphrase can be locked at once', async () => {
    await saveConfiguredKey({ key: KEY, keeping: 'passphrase', passphrase: 'correct horse' });
    const user = await openApiSection();
    await user.click(await screen.findByRole('button', { name: text('options_key_lock') }));
    await screen.findByText(text('options_key_locked'));
    expect(await configuredKey()).toBeUndefined();
  });

  it('that cannot be opened any more is to be entered again', async () => {
    await saveConfiguredKey({ key: KEY, keeping: 'device' });
    await clear(createStore('passmint', 'keys'));
    expect(await configuredKey()).toBeUndefined();
    await openApiSection();
    await screen.findByText(text('options_key_lost'));
    button(text('options_key_save'));
  });

  it('of a service that is not in use is listed, and can be deleted', async () => {
    await saveKey({ service: 'self-hosted http://127.0.0.1:8787', key: KEY, keeping: 'session' });
    const user = await openApiSection();
    await user.click(
      await screen.findByRole('button', { name: text('options_key_forget_other', '127.0.0.1:8787') }),
    );
    await waitFor(() => expect(document.querySelector('#other-keys')).toBeNull());
    expect(await servicesWithKey()).toEqual([]);
  });

  it('is described by facts, each on a line of its own', async () => {
    await saveConfiguredKey({ key: KEY, keeping: 'session' });
    await openApiSection();
    await screen.findByText(text('options_key_state_ending', KEY.slice(-4)));
    const lines = [...document.querySelectorAll('#key-info > li')].map(({ textContent }) => textContent);
    expect(lines).toEqual([
      text('options_key_state_ending', KEY.slice(-4)),
      text('options_key_session'),
      expect.stringMatching(textPattern('options_key_saved_at', /.+/)),
      text('options_key_never_used'),
    ]);
  });

  it('comes with a reminder once it is old', async () => {
    await saveConfiguredKey({ key: KEY, keeping: 'session' }, Date.now() - 100 * 86_400_000);
    await openApiSection();
    await screen.findByText(textPattern('options_key_old', 100));
  });
});
