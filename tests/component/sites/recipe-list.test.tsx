// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { text } from '../../support/locale.ts';
import { button, field, MANY, openSites, TWELVE } from './open-sites.tsx';

afterEach(cleanup);

describe('the list of sites', () => {
  it('can be searched, and what is being typed in a row outlives the search', async () => {
    const user = await openSites({ ...MANY, 'xn--mller-kva.de': 'maxlength: 8;' });
    expect(screen.getAllByRole('listitem')).toHaveLength(12);
    await user.click(button(text('recipe_show_all', 21)));
    expect(screen.getAllByRole('listitem')).toHaveLength(21);
    await user.click(button(text('recipe_edit_host', 'shop-a.example')));
    await user.type(field(text('recipe_minLength')), '7');
    const search = screen.getByRole('searchbox', { name: text('recipe_search') });
    await user.type(search, 'MÜLL');
    const [row, ...others] = screen.getAllByRole('listitem');
    expect(others).toEqual([]);
    expect(row?.textContent).toContain('müller.de');
    await user.clear(search);
    await user.type(search, 'nowhere');
    screen.getByText(text('recipe_none_found'));
    await user.clear(search);
    expect(field(text('recipe_minLength')).value).toBe('7');
  });

  it('needs no search while it is short', async () => {
    await openSites({ 'a.example': TWELVE });
    expect(screen.queryByRole('searchbox')).toBeNull();
  });
});
