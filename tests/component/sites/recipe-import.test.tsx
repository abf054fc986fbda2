// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { MAX_RECIPES } from '../../../lib/site-rules/recipes/recipe.ts';
import { exportRecipes } from '../../../lib/site-rules/recipes/recipes.ts';
import { text } from '../../support/locale.ts';
import { button, chooseFile, expectFocus, expectStored, FULL, openSites, TWELVE } from './open-sites.tsx';

afterEach(cleanup);

describe('importing a file', () => {
  it.each([
    [
      'recipe_import_merge',
      { 'a.example': 'maxlength: 9;', 'b.example': 'maxlength: 7;', 'c.example': 'maxlength: 6;' },
    ],
    ['recipe_import_replace', { 'b.example': 'maxlength: 7;', 'c.example': 'maxlength: 6;' }],
    ['recipe_cancel', { 'a.example': 'maxlength: 9;', 'b.example': TWELVE }],
  ] as const)('changes only what the person chooses: %s', async (choice, after) => {
    const before = { 'a.example': 'maxlength: 9;', 'b.example': TWELVE };
    const user = await openSites(before);
    await chooseFile(user, exportRecipes({ 'b.example': 'maxlength: 7;', 'c.example': 'maxlength: 6;' }));
    await expectFocus(() => button(text('recipe_import_merge')));
    screen.getByText(text('recipe_import_question', '2', '1'));
    await expectStored(before);
    await user.click(button(text(choice)));
    await expectStored(after);
    expect(screen.queryByText(text('recipe_import_question', '2', '1'))).toBeNull();
    if (choice === 'recipe_cancel') return expectFocus(() => button(text('recipe_import')));
    await user.click(button(text('recipe_undo')));
    await expectStored(before);
  });

  it('changes nothing for a file without entries, and offers no merge beyond the limit', async () => {
    const mine = { 'a.example': TWELVE };
    const user = await openSites(mine);
    await chooseFile(user, '{}');
    await screen.findByText(text('recipe_import_nothing'));
    expect(screen.queryByRole('button', { name: text('recipe_import_replace') })).toBeNull();
    await expectFocus(() => button(text('recipe_cancel')));
    await chooseFile(user, exportRecipes(FULL));
    await screen.findByText(text('recipe_import_no_room', MAX_RECIPES, MAX_RECIPES));
    expect(screen.queryByRole('button', { name: text('recipe_import_merge') })).toBeNull();
    await expectStored(mine);
  });
});
