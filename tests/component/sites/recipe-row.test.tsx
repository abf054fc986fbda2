// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { siteRecipes } from '../../../lib/storage/site-recipes.ts';
import { text } from '../../support/locale.ts';
import { button, expectFocus, expectStored, field, openSites, TWELVE } from './open-sites.tsx';

afterEach(cleanup);

describe('a site in the list', () => {
  it('is edited in its place, and its host too', async () => {
    const user = await openSites({ 'a.example': 'maxlength: 9;', 'b.example': TWELVE });
    await user.click(button(text('recipe_edit_host', 'b.example')));
    await expectFocus(() => field(text('recipe_host')));
    expect(field(text('recipe_maxLength')).value).toBe('12');
    await user.clear(field(text('recipe_maxLength')));
    await user.type(field(text('recipe_maxLength')), '16');
    await user.click(button(text('recipe_save')));
    const changed = TWELVE.replace('maxlength: 12', 'maxlength: 16');
    await expectStored({ 'a.example': 'maxlength: 9;', 'b.example': changed });
    await expectFocus(() => button(text('recipe_edit_host', 'b.example')));
    await user.click(button(text('recipe_edit_host', 'b.example')));
    await user.type(field(text('recipe_host')), '.org');
    await user.click(button(text('recipe_save')));
    await expectStored({ 'a.example': 'maxlength: 9;', 'b.example.org': changed });
    await expectFocus(() => button(text('recipe_edit_host', 'b.example.org')));
    await user.click(button(text('recipe_undo')));
    await expectStored({ 'a.example': 'maxlength: 9;', 'b.example': changed });
  });

  it('leaves nothing to undo when nothing was changed', async () => {
    const user = await openSites({ 'a.example': TWELVE });
    await user.click(button(text('recipe_edit_host', 'a.example')));
    await user.click(button(text('recipe_save')));
    await expectFocus(() => button(text('recipe_edit_host', 'a.example')));
    expect(screen.queryByRole('button', { name: text('recipe_undo') })).toBeNull();
  });

  it('is removed, and restored by undo without losing changes made elsewhere', async () => {
    const user = await openSites({ 'a.example': 'maxlength: 9;', 'b.example': TWELVE });
    await user.click(button(text('recipe_remove_host', 'b.example')));
    await expectStored({ 'a.example': 'maxlength: 9;' });
    await expectFocus(() => button(text('recipe_undo')));
    await siteRecipes.update(() => ({ 'a.example': 'maxlength: 9;', 'c.example': 'maxlength: 7;' }));
    await screen.findByText('c.example');
    await user.keyboard('{Enter}');
    await expectStored({ 'a.example': 'maxlength: 9;', 'b.example': TWELVE, 'c.example': 'maxlength: 7;' });
    expect(screen.getByRole('status').textContent).toBe(text('recipe_undone'));
  });
});
