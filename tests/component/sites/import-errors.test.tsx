// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { MAX_RECIPES } from '../../../lib/site-rules/recipes/recipe.ts';
import { exportRecipes } from '../../../lib/site-rules/recipes/recipes.ts';
import { text } from '../../support/locale.ts';
import { chooseFile, expectStored, openSites, TWELVE } from './open-sites.tsx';

afterEach(cleanup);

describe('a file that cannot be imported', () => {
  it('is refused as a whole for a wrong entry, and each wrong entry is named', async () => {
    const user = await openSites({ 'a.example': TWELVE });
    const file = {
      'good.example': { 'password-rules': 'maxlength: 8' },
      'müller.de': { 'password-rules': 'maxlength: 8' },
      'number.example': { 'password-rules': 8 },
      'typo.example': { 'password-rules': 'maxlenght: 8' },
      'empty.example': { 'password-rules': '' },
      'never.example': { 'password-rules': 'minlength: 9; maxlength: 8' },
      'long.example': { 'password-rules': 'maxlength: 8;'.repeat(100) },
      [`${'x'.repeat(300)}.example`]: { 'password-rules': 'maxlength: 8' },
    };
    await chooseFile(user, JSON.stringify(file));
    const alert = screen.getByRole('alert');
    await within(alert).findByText(text('recipe_import_refused'));
    expect(
      within(alert)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      text('recipe_import_not_a_host', 'müller.de'),
      text('recipe_import_not_an_entry', 'number.example'),
      text('recipe_import_rules_error', 'typo.example'),
      text('recipe_import_rules_empty', 'empty.example'),
      text('recipe_import_rules_unmeetable', 'never.example'),
      text('recipe_import_too_long', 'long.example'),
      text('recipe_import_not_a_host', `${'x'.repeat(60)}…`),
    ]);
    await expectStored({ 'a.example': TWELVE });
    await chooseFile(user, exportRecipes({ 'good.example': 'maxlength: 8' }));
    await screen.findByText(text('recipe_import_question', '1', '0'));
    expect(alert.textContent).toBe('');
  });

  it.each([
    ['{', text('recipe_import_not_json')],
    ['[]', text('recipe_import_not_a_list')],
    [' '.repeat(4_000_001), text('recipe_import_file_too_long')],
    [' '.repeat(12_000_001), text('recipe_import_file_too_long')],
    [
      JSON.stringify(Object.fromEntries(Array.from({ length: MAX_RECIPES + 1 }, (_, i) => [`s${i}`, 0]))),
      text('recipe_import_too_many', MAX_RECIPES),
    ],
  ])('is refused because it is not a list (case %#)', async (content, sentence) => {
    const user = await openSites();
    await chooseFile(user, content);
    await within(screen.getByRole('alert')).findByText(sentence);
  });

  it('shows after many wrong entries that there may be more', async () => {
    const user = await openSites();
    await chooseFile(
      user,
      JSON.stringify(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`s${i}`, 0]))),
    );
    await screen.findByText(text('recipe_import_more', 20));
    expect(within(screen.getByRole('alert')).getAllByRole('listitem')).toHaveLength(20);
  });

  it('shows that it cannot be read', async () => {
    const user = await openSites();
    const file = new File(['{}'], 'sites.json', { type: 'application/json' });
    file.text = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    await user.upload(document.querySelector('input[type=file]') as HTMLInputElement, file);
    await screen.findByText(text('recipe_import_unreadable'));
  });
});
