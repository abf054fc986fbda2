import { expect, it } from 'vitest';
import { describeRecipe } from '../../../lib/i18n/describe-recipe.ts';
import { text } from '../../support/locale.ts';

it.each([
  ['max-sequential: 3', text('recipe_summary_sequential', 3)],
  ['max-sequential: 1', text('recipe_summary_sequential_never')],
  [
    'blocklist: acme, "secret"; max-repeating: 2',
    `${text('recipe_summary_consecutive', 2)} · ${text('recipe_summary_blocked', 'acme, secret')}`,
  ],
  ['blocklist: default', ''],
])('a recipe of newer rules on one line: %s', (rules, line) => {
  expect(describeRecipe(rules)).toBe(line);
});
