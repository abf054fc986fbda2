// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readKey, saveKey } from '../../../lib/storage/api-key.ts';
import { text } from '../../support/locale.ts';
import { fakeBackground } from '../fake-background.ts';
import { button, KEY, openApiSection } from './open-api-section.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

const passphrase = () => screen.getByLabelText(text('options_passphrase'));

it('a locked key is unlocked by its passphrase, and a wrong one is rejected', async () => {
  await saveKey({ key: KEY, keeping: 'passphrase', passphrase: 'correct horse' });
  await fakeBrowser.storage.session.clear();
  const user = await openApiSection();
  await user.type(await screen.findByLabelText(text('options_passphrase')), 'wrong horse');
  await user.click(button(text('options_key_unlock')));
  await screen.findByText(text('options_key_wrong'), {}, { timeout: 20_000 });
  expect(passphrase()).toHaveProperty('value', '');
  await user.clear(passphrase()); // the simulated person missed that the form was emptied
  await user.type(passphrase(), 'correct horse');
  await user.click(button(text('options_key_unlock')));
  // Deriving the key takes time by design.
  await waitFor(async () => expect(await readKey()).toBe(KEY), { timeout: 20_000 });
});
