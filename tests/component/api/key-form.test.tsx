// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configuredKey, configuredKeyState, saveConfiguredKey } from '../../support/configured-key.ts';
import { text, textPattern } from '../../support/locale.ts';
import { API_HOST, background, fakeBackground } from '../fake-background.ts';
import { button, KEY, openApiSection } from './open-api-section.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

const keyField = () => screen.getByLabelText(text('options_key', API_HOST));

describe('the form for a key', () => {
  it('stores it for the session and never shows it again', async () => {
    const user = await openApiSection();
    await user.type(keyField(), KEY);
    await user.click(button(text('options_key_save')));
    await screen.findByText(textPattern('options_key_state_ending', 'cdef'));
    expect(await configuredKey()).toBe(KEY);
    expect(document.body.innerHTML).not.toContain(KEY);
    expect([...document.querySelectorAll('input')].map(({ value }) => value)).not.toContain(KEY);
  });

  it.each(['short', 'password123456', 'aaaaaaaaaaaaaaaaaaaa', 'qwertyuiopasdfghjkl'])(
    'refuses the passphrase “%s”, which is easy to guess',
    async (passphrase) => {
      const user = await openApiSection();
      await user.click(screen.getByRole('radio', { name: text('options_key_passphrase') }));
      await user.type(keyField(), KEY);
      await user.type(screen.getByLabelText(text('options_passphrase_new')), passphrase);
      await user.click(button(text('options_key_save')));
      await waitFor(() =>
        expect(document.querySelector('#key-result')?.textContent).toBe(text('options_passphrase_weak')),
      );
      expect(await configuredKey()).toBeUndefined();
      expect(keyField()).toHaveProperty('value', KEY);
    },
  );

  it('takes a passphrase that is hard to guess', async () => {
    const user = await openApiSection();
    await user.click(screen.getByRole('radio', { name: text('options_key_passphrase') }));
    await user.type(keyField(), KEY);
    await user.type(screen.getByLabelText(text('options_passphrase_new')), 'crop mural doze timid');
    await screen.findByText(text('options_passphrase_good'));
    await user.click(button(text('options_key_save')));
    await screen.findByText(textPattern('options_key_state_ending', 'cdef'));
    expect(await configuredKeyState()).toMatchObject({ info: { keeping: 'passphrase' } });
  });

  it('keeps a new key as the old one was kept, and then shows the new one', async () => {
    await saveConfiguredKey({ key: KEY, keeping: 'device' });
    const user = await openApiSection();
    expect(screen.getByRole('radio', { name: text('options_key_device') })).toHaveProperty('checked', true);
    await user.type(keyField(), 'a-new-key-entirely');
    await user.click(button(text('options_key_replace')));
    await screen.findByText(text('options_key_replaced'));
    expect(await configuredKeyState()).toMatchObject({ info: { keeping: 'device', ending: 'rely' } });
    await screen.findByText(textPattern('options_key_state_ending', 'rely'));
    expect(keyField()).toHaveProperty('value', '');
  });

  it('leaves the old key in place when the new one does not pass', async () => {
    await saveConfiguredKey({ key: KEY, keeping: 'session' });
    background.testReply = {
      ok: false,
      host: API_HOST,
      problem: { code: 'key_refused', status: 401, detail: 'No' },
    };
    const user = await openApiSection();
    await user.type(keyField(), 'a-new-key-entirely');
    await user.click(button(text('options_key_replace')));
    await screen.findByText(text('options_key_kept', text('api_key_refused', API_HOST, '401')));
    expect(document.querySelector('.server-detail')).toHaveProperty('open', false);
    expect(keyField()).toHaveProperty('value', 'a-new-key-entirely');
    expect(await configuredKey()).toBe(KEY);
  });
});
