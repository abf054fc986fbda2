// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readKey, saveKey } from '../../../lib/storage/api-key.ts';
import { text, textPattern } from '../../support/locale.ts';
import { fakeBackground } from '../fake-background.ts';
import { KEY, openApiSection } from './open-api-section.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

describe('a stored key', () => {
  it('can be deleted', async () => {
    await saveKey({ key: KEY, keeping: 'plain' });
    const user = await openApiSection();
    await user.click(await screen.findByRole('button', { name: text('options_key_forget') }));
    await screen.findByRole('button', { name: text('options_key_save') });
    expect(await readKey()).toBeUndefined();
  });

  it('is described by facts, each on a line of its own', async () => {
    await saveKey({ key: KEY, keeping: 'session' });
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
    await saveKey({ key: KEY, keeping: 'session' }, Date.now() - 100 * 86_400_000);
    await openApiSection();
    await screen.findByText(textPattern('options_key_old', 100));
  });
});
