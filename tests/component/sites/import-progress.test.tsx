// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { exportRecipes } from '../../../lib/site-rules/recipes/recipes.ts';
import { hostileRecipes } from '../../support/hostile-sources.ts';
import { text } from '../../support/locale.ts';
import { button, chooseFile, expectFocus, expectStored, MANY, openSites, TWELVE } from './open-sites.tsx';

afterEach(cleanup);

/** Lets each look at the clock find a second gone, so that the check pauses after each entry. */
function withSlowClock() {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 1000;
    return now;
  });
}

describe('a file that takes long to check', () => {
  it('shows how far the check has come, and then asks as for any other', async () => {
    const user = await openSites({ 'a.example': TWELVE });
    withSlowClock();
    await chooseFile(user, exportRecipes(MANY));
    const bar = await screen.findByRole('progressbar');
    expect(bar.getAttribute('aria-label')).toMatch(/^Checked \d+ of 20 sites$/);
    await screen.findByText(text('recipe_import_question', '20', '0'));
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('can be cancelled, which imports nothing', async () => {
    const user = await openSites({ 'a.example': TWELVE });
    withSlowClock();
    await chooseFile(user, exportRecipes(MANY));
    await screen.findByRole('progressbar');
    button(text('recipe_cancel')).click();
    await expectFocus(() => button(text('recipe_import')));
    expect(screen.queryByRole('progressbar')).toBeNull();
    // A file that is chosen next is the only one that is read from then on.
    await chooseFile(user, '{}');
    await screen.findByText(text('recipe_import_nothing'));
    await expectStored({ 'a.example': TWELVE });
  });

  it('is refused by the name of the most complex entry if its rules are too complex in sum', async () => {
    const user = await openSites();
    await chooseFile(user, exportRecipes({ ...MANY, ...hostileRecipes() }));
    const alert = screen.getByRole('alert');
    await within(alert).findByText(text('recipe_import_too_complex', 'u.example'));
    await expectStored({});
  });
});
