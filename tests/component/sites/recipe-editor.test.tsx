// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { CLASS_NAMES } from '../../../lib/generator/index.ts';
import { MAX_RECIPES } from '../../../lib/site-rules/recipes/recipe.ts';
import { text } from '../../support/locale.ts';
import {
  button,
  classes,
  description,
  expectFocus,
  expectStored,
  FULL,
  field,
  openSites,
  select,
  TWELVE,
} from './open-sites.tsx';

afterEach(cleanup);

describe('adding a site', () => {
  it("stores the form's rules, for the host in ASCII, and can be undone", async () => {
    const user = await openSites();
    screen.getByText(text('recipe_none'));
    await user.click(button(text('recipe_add')));
    await expectFocus(() => field(text('recipe_host')));
    await user.keyboard('https://Müller.de/login');
    await user.type(field(text('recipe_minLength')), '12');
    await user.type(field(text('recipe_maxLength')), '12');
    await user.selectOptions(select(text('option_symbols')), 'off');
    await user.keyboard('{Tab}-_');
    await user.type(field(text('recipe_maxConsecutive')), '2');
    await user.keyboard('{Enter}');
    await expectStored({
      'xn--mller-kva.de':
        'minlength: 12; maxlength: 12; allowed: upper, lower, digit, [-_]; max-consecutive: 2;',
    });
    const [row] = screen.getAllByRole('listitem');
    expect(row?.textContent).toContain('müller.de xn--mller-kva.de');
    expect(row?.textContent).toContain(
      [
        text('recipe_length_exact', 12),
        text('recipe_summary_allowed', [...classes('uppercase', 'lowercase', 'numbers'), '- _'].join(', ')),
        text('recipe_summary_consecutive', 2),
      ].join(' · '),
    );
    expect(screen.getByRole('status').textContent).toBe(text('recipe_added', 'müller.de'));
    await expectFocus(() => button(text('recipe_add')));
    await user.click(button(text('recipe_undo')));
    await expectStored({});
    expect(screen.queryByRole('button', { name: text('recipe_undo') })).toBeNull();
    await expectFocus(() => button(text('recipe_add')));
  });

  it('shows each problem at its field, focuses the first, and stores nothing', async () => {
    const user = await openSites({ 'example.com': TWELVE });
    await user.click(button(text('recipe_add')));
    await user.type(field(text('recipe_host')), 'name@example.com');
    await user.type(field(text('recipe_minLength')), 'twelve');
    await user.type(field(text('recipe_extra')), '€');
    await user.click(button(text('recipe_save')));
    await expectFocus(() => field(text('recipe_host')));
    expect(field(text('recipe_host')).getAttribute('aria-invalid')).toBe('true');
    expect(description(field(text('recipe_host')))).toBe(text('recipe_problem_host'));
    expect(description(field(text('recipe_minLength')))).toBe(text('recipe_problem_not_a_number', 1024));
    expect(description(field(text('recipe_extra')))).toBe(text('recipe_problem_not_printable', 1024));
    await user.clear(field(text('recipe_host')));
    await user.type(field(text('recipe_host')), 'EXAMPLE.com');
    expect(description(field(text('recipe_host')))).toBe(text('recipe_problem_taken', 'example.com'));
    await user.type(field(text('recipe_host')), '.au');
    expect(field(text('recipe_host')).getAttribute('aria-invalid')).toBe('false');
    await user.clear(field(text('recipe_extra')));
    await user.clear(field(text('recipe_minLength')));
    expect(description(field(text('recipe_minLength')))).toBe(text('recipe_problem_rules_empty'));
    await user.type(field(text('recipe_minLength')), '9');
    await user.type(field(text('recipe_maxLength')), '8');
    await user.click(button(text('recipe_save')));
    await expectFocus(() => field(text('recipe_maxLength')));
    expect(description(field(text('recipe_maxLength')))).toBe(text('recipe_problem_below_minimum', 1024));
    for (const name of CLASS_NAMES) await user.selectOptions(select(text(`option_${name}`)), 'off');
    expect(description(select(text('option_numbers')))).toBe(text('recipe_problem_no_characters', 1024));
    await expectStored({ 'example.com': TWELVE });
  });

  it('is not possible beyond the limit', async () => {
    const user = await openSites(FULL);
    await user.click(button(text('recipe_add')));
    await user.type(field(text('recipe_host')), 'one-more.example');
    await user.click(button(text('recipe_save')));
    expect(description(field(text('recipe_host')))).toBe(text('recipe_problem_too_many', MAX_RECIPES));
  });

  it('can be cancelled', async () => {
    const user = await openSites();
    await user.click(button(text('recipe_add')));
    await user.click(button(text('recipe_cancel')));
    await expectFocus(() => button(text('recipe_add')));
    await expectStored({});
  });
});
