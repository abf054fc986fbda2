// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recentPasswords } from '../../../lib/storage/recent-passwords.ts';
import { deferred } from '../../support/deferred.ts';
import { text } from '../../support/locale.ts';
import { background, fakeBackground } from '../fake-background.ts';
import { button, openPopup, shown } from './open-popup.tsx';

const released = deferred();

beforeEach(async () => {
  fakeBackground();
  const held = deferred();
  // Another window holds the lock of the recent passwords.
  void navigator.locks.request('session:recentPasswords', () => {
    held.resolve();
    return released.promise;
  });
  await held.promise;
});
afterEach(() => {
  released.resolve();
  cleanup();
});

it('a busy storage keeps no click from copying, but the popup says what was not saved', async () => {
  background.survey = { host: 'example.com', fields: 2 };
  const user = await openPopup();
  await user.click(button(text('popup_copy')));
  expect(await navigator.clipboard.readText()).toBe(shown());
  await screen.findByText(text('popup_copied_unsaved'));
  expect(await recentPasswords.read()).toEqual([]);

  // A fill can wait, so nothing is filled that could not be found again.
  await user.click(await screen.findByRole('button', { name: text('popup_fill', 2) }));
  await screen.findByText(text('popup_not_filled', text('storage_busy')));
  expect(background.sent.map(({ name }) => name)).not.toContain('popup-to-background:fill');
});
