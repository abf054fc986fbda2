// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { unlockTries } from '../../../lib/storage/unlock-tries.ts';
import { configuredKey, saveConfiguredKey } from '../../support/configured-key.ts';
import { text, textPattern } from '../../support/locale.ts';
import { fakeBackground } from '../fake-background.ts';
import { button, KEY, openApiSection } from './open-api-section.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

const passphrase = () => screen.getByLabelText(text('options_passphrase'));

it('a locked key is unlocked by its passphrase, and a wrong one is rejected', async () => {
  await saveConfiguredKey({ key: KEY, keeping: 'passphrase', passphrase: 'correct horse' });
  await fakeBrowser.storage.session.clear();
  const user = await openApiSection();
  await user.type(await screen.findByLabelText(text('options_passphrase')), 'wrong horse');
  await user.click(button(text('options_key_unlock')));
  await screen.findByText(text('options_key_wrong'), {}, { timeout: 20_000 });
  expect(passphrase()).toHaveProperty('value', 'wrong horse');
  await user.clear(passphrase());
  await user.type(passphrase(), 'correct horse');
  await user.click(button(text('options_key_unlock')));
  // Deriving the key takes time by design.
  await waitFor(async () => expect(await configuredKey()).toBe(KEY), { timeout: 20_000 });
});

it('a passphrase that has to wait is not called wrong, and stays in the field', async () => {
  await saveConfiguredKey({ key: KEY, keeping: 'passphrase', passphrase: 'correct horse' });
  await fakeBrowser.storage.session.clear();
  await unlockTries.update(() => ({ wrong: 9, nextAt: Date.now() + 60_000 }));
  const user = await openApiSection();
  await user.type(await screen.findByLabelText(text('options_passphrase')), 'correct horse');
  await user.click(button(text('options_key_unlock')));
  await screen.findByText(textPattern('options_key_not_tried_wait', /\d+/));
  expect(passphrase()).toHaveProperty('value', 'correct horse');
});
