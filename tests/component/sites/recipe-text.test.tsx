// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { text } from '../../support/locale.ts';
import { button, description, expectFocus, expectStored, field, openSites, select } from './open-sites.tsx';

afterEach(cleanup);

describe('the rules as text', () => {
  it('are in step with the fields', async () => {
    const user = await openSites();
    await user.click(button(text('recipe_add')));
    await user.click(screen.getByText(text('recipe_as_text')));
    await user.type(field(text('recipe_minLength')), '8');
    const rules = field(text('recipe_text'));
    expect(rules.value).toBe('minlength: 8;');
    await user.type(rules, ' required: digit; allowed: lower;');
    expect(select(text('option_numbers'))).toHaveProperty('value', 'required');
    expect(select(text('option_lowercase'))).toHaveProperty('value', 'allowed');
    expect(select(text('option_symbols'))).toHaveProperty('value', 'off');
    await user.selectOptions(select(text('option_numbers')), 'allowed');
    expect(rules.value).toBe('minlength: 8; allowed: lower, digit;');
    await user.type(field(text('recipe_host')), 'example.com');
    await user.click(button(text('recipe_save')));
    await expectStored({ 'example.com': 'minlength: 8; allowed: lower, digit;' });
  });

  it.each([
    ['minlenght: 8;', text('recipe_syntax_unknown_name', 'minlenght: 8;')],
    ['minlength 8;', text('recipe_syntax_no_colon', '8;')],
    ['required: letters;', text('recipe_syntax_unknown_class', 'letters;')],
    ['required: [ab;', text('recipe_syntax_unclosed_class', '[ab;')],
    ['maxlength: many', text('recipe_syntax_not_a_number', 'many')],
    ['maxlength: 8 required: digit', text('recipe_syntax_not_a_number', 'required: digit')],
    ['required: upper lower;', text('recipe_syntax_stray_text', 'lower;')],
    ['required: upper,', text('recipe_syntax_no_value', text('recipe_syntax_end'))],
    ['minlength: 1025;', text('recipe_problem_rules_unmeetable')],
  ])('come with the problem in %s', async (rules, sentence) => {
    const user = await openSites();
    await user.click(button(text('recipe_add')));
    await user.type(field(text('recipe_host')), 'example.com');
    await user.click(screen.getByText(text('recipe_as_text')));
    await user.click(field(text('recipe_text')));
    await user.paste(rules);
    await user.click(screen.getByText(text('recipe_as_text')));
    await user.click(button(text('recipe_save')));
    await expectFocus(() => field(text('recipe_text')));
    expect(field(text('recipe_text')).closest('details')).toHaveProperty('open', true);
    expect(description(field(text('recipe_text')))).toContain(sentence);
    await expectStored({});
  });
});
