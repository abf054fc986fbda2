// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { text } from '../../support/locale.ts';
import { button, classes, expectStored, field, openSites } from './open-sites.tsx';

afterEach(cleanup);

describe('the fields of a recipe', () => {
  it('are locked while the text holds more than they can show', async () => {
    const user = await openSites();
    await user.click(button(text('recipe_add')));
    await user.type(field(text('recipe_host')), 'example.com');
    await user.click(screen.getByText(text('recipe_as_text')));
    await user.type(field(text('recipe_text')), 'required: upper, lower;');
    expect(field(text('recipe_minLength')).closest('fieldset')).toHaveProperty('disabled', true);
    screen.getByText(text('recipe_inexact'));
    await user.click(button(text('recipe_save')));
    await expectStored({ 'example.com': 'required: upper, lower;' });
    const required = text('recipe_or', ...classes('uppercase', 'lowercase'));
    const off = classes('numbers', 'symbols').join(', ');
    screen.getByText(`${text('recipe_summary_required', required)} · ${text('recipe_summary_off', off)}`);
  });
});
