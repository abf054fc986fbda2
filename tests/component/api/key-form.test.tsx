// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readKey, saveKey } from '../../../lib/storage/api-key.ts';
import { text, textPattern } from '../../support/locale.ts';
import { API_HOST, background, fakeBackground } from '../fake-background.ts';
import { button, KEY, openApiSection } from './open-api-section.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

const keyField = () => screen.getByLabelText(text('options_key'));

describe('the form for a key', () => {
  it('stores it for the session and never shows it again', async () => {
    const user = await openApiSection();
    await user.type(keyField(), KEY);
    await user.click(button(text('options_key_save')));
    await screen.findByText(textPattern('options_key_state_ending', 'cdef'));
    expect(await readKey()).toBe(KEY);
    expect(document.body.innerHTML).not.toContain(KEY);
    expect([...document.querySelectorAll('input')].map(({ value }) => value)).not.toContain(KEY);
    expect(JSON.stringify(background.sent)).not.toContain(KEY);
  });

  it('demands a passphrase long enough to protect it', async () => {
    const user = await openApiSection();
    await user.click(screen.getByRole('radio', { name: text('options_key_passphrase') }));
    await user.type(keyField(), KEY);
    await user.type(screen.getByLabelText(text('options_passphrase')), 'short');
    await user.click(button(text('options_key_save')));
    await screen.findByText(text('options_passphrase_short', 8));
    expect(await readKey()).toBeUndefined();
  });

  it('leaves the old key in place when the new one does not pass', async () => {
    await saveKey({ key: KEY, keeping: 'session' });
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
    expect(await readKey()).toBe(KEY);
  });
});
