// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { onUnsaved } from '../../../lib/storage/lock.ts';
import { brokenStorage } from '../../support/full-storage.ts';
import { text } from '../../support/locale.ts';
import { button, chooseFile, expectStored, field, openSites, TWELVE } from './open-sites.tsx';

const reported = vi.fn();
onUnsaved(reported);
afterEach(() => {
  cleanup();
  reported.mockClear();
});

const STORED = { 'a.example': TWELVE };
const notice = () => document.querySelector('#recipe-notice')?.textContent;
const untilReported = () => waitFor(() => expect(reported).toHaveBeenCalledWith('storage_failed'));

it('a new recipe that cannot be saved stays in its form, and can be saved later', async () => {
  const user = await openSites();
  await user.click(button(text('recipe_add')));
  await user.type(field(text('recipe_host')), 'shop.example');
  await user.type(field(text('recipe_minLength')), '12');
  const broken = brokenStorage('local');
  await user.click(button(text('recipe_save')));
  await untilReported();
  expect(field(text('recipe_host')).value).toBe('shop.example');
  expect(notice()).toBe('');
  broken.mockRestore();
  await user.click(button(text('recipe_save')));
  await screen.findByText(text('recipe_added', 'shop.example'));
  await expectStored({ 'shop.example': expect.any(String) as never });
});

it('an edited recipe that cannot be saved stays in its form, under its new name too', async () => {
  const user = await openSites(STORED);
  await user.click(button(text('recipe_edit_host', 'a.example')));
  await user.clear(field(text('recipe_host')));
  await user.type(field(text('recipe_host')), 'b.example');
  brokenStorage('local');
  await user.click(button(text('recipe_save')));
  await untilReported();
  expect(field(text('recipe_host')).value).toBe('b.example');
  expect(notice()).toBe('');
  await expectStored(STORED);
});

it('a recipe that cannot be deleted is still listed, and is not called deleted', async () => {
  const user = await openSites(STORED);
  brokenStorage('local');
  await user.click(button(text('recipe_remove_host', 'a.example')));
  await untilReported();
  expect(screen.getByText('a.example')).toBeTruthy();
  expect(notice()).toBe('');
  expect(screen.queryByRole('button', { name: text('recipe_undo') })).toBeNull();
});

it('an undo that cannot be saved can be tried again', async () => {
  const user = await openSites(STORED);
  await user.click(button(text('recipe_remove_host', 'a.example')));
  await screen.findByText(text('recipe_removed', 'a.example'));
  const broken = brokenStorage('local');
  await user.click(button(text('recipe_undo')));
  await untilReported();
  expect(notice()).toBe(text('recipe_removed', 'a.example'));
  broken.mockRestore();
  await user.click(button(text('recipe_undo')));
  await screen.findByText(text('recipe_undone'));
  await expectStored(STORED);
});

it('an import that cannot be saved waits, and can be tried again', async () => {
  const user = await openSites();
  const broken = brokenStorage('local');
  await chooseFile(user, JSON.stringify({ 'c.example': { 'password-rules': TWELVE } }));
  await untilReported();
  expect(notice()).toBe('');
  broken.mockRestore();
  await user.click(await screen.findByRole('button', { name: text('recipe_import_merge') }));
  await screen.findByText(text('recipe_imported', 1));
  await expectStored({ 'c.example': TWELVE });
});
