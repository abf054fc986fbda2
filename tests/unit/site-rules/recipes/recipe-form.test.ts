import { describe, expect, it } from 'vitest';
import { CHARACTERS } from '../../../../lib/generator/charset.ts';
import { DEFAULT_OPTIONS } from '../../../../lib/generator/index.ts';
import { mergeRules } from '../../../../lib/site-rules/merge.ts';
import { parsePasswordRules } from '../../../../lib/site-rules/passwordrules/parse.ts';
import {
  draftOfForm,
  draftOfText,
  formProblems,
  type RecipeForm,
  recipeOf,
} from '../../../../lib/site-rules/recipes/recipe-form.ts';
import { loadSiteList } from '../../../../lib/site-rules/site-list/site-list.ts';

const EMPTY = draftOfText('').form;
const form = (part: Partial<RecipeForm>): RecipeForm => ({ ...EMPTY, ...part });
const classes = (part: Partial<RecipeForm['classes']>) => ({ ...EMPTY.classes, ...part });

/** The bounds of a text, whatever its spelling. */
function boundsOf(text: string) {
  const { required, errors, ...rule } = parsePasswordRules(text);
  return { ...rule, required: [...new Set(required.map(({ characters }) => characters))].sort() };
}

describe('the form of a recipe', () => {
  it('has no bounds at first', () => {
    expect(EMPTY).toEqual({
      minLength: '',
      maxLength: '',
      maxConsecutive: '',
      classes: { uppercase: 'allowed', lowercase: 'allowed', numbers: 'allowed', symbols: 'allowed' },
      extra: '',
      space: true,
    });
    expect(draftOfForm(EMPTY)).toEqual({ rules: '', form: EMPTY, exact: true });
    expect(formProblems(EMPTY)).toEqual({});
  });

  it.each<[Partial<RecipeForm>, string]>([
    [{ minLength: '12', maxLength: ' 12 ' }, 'minlength: 12; maxlength: 12;'],
    [{ maxConsecutive: '2' }, 'max-consecutive: 2;'],
    [{ classes: classes({ symbols: 'off' }) }, 'allowed: upper, lower, digit;'],
    [{ classes: classes({ symbols: 'off' }), extra: '_]-a ' }, 'allowed: upper, lower, digit, [- _]];'],
    [{ classes: classes({ numbers: 'required' }) }, 'required: digit; allowed: upper, lower, special;'],
    [
      { classes: { uppercase: 'off', lowercase: 'required', numbers: 'required', symbols: 'off' } },
      'required: lower; required: digit;',
    ],
    [
      { classes: classes({ symbols: 'required' }), space: false },
      `required: [-${CHARACTERS.symbols.replace(/[-\]]/g, '')}]]; allowed: upper, lower, digit;`,
    ],
    [{ space: false }, `allowed: upper, lower, digit, [-${CHARACTERS.symbols.replace(/[-\]]/g, '')}]];`],
  ])('%o is written and read back', (part, rules) => {
    const written = draftOfForm(form(part));
    expect(written.rules).toBe(rules);
    expect(draftOfText(rules)).toMatchObject({ rules, exact: true });
    expect(boundsOf(draftOfForm(draftOfText(rules).form).rules)).toEqual(boundsOf(rules));
  });

  it('leaves invalid fields out of the text', () => {
    for (const wrong of ['twelve', '0', '1025', '-1', '1.5', '1e2', '9999'])
      expect(draftOfForm(form({ minLength: wrong, maxLength: '9' })).rules).toBe('maxlength: 9;');
  });

  it.each([
    'required: upper, lower; maxlength: 9;',
    'required: digit; required: [0-9_];',
    'minlength: 1025;',
    'minlenght: 8;',
    'maxlength: 9; required: letters;',
  ])('is inexact if it shows less than the text: %s', (text) => {
    expect(draftOfText(text)).toMatchObject({ rules: text, exact: false });
  });

  it('shows a person’s options, and each exact text of the public list in full', async () => {
    expect(draftOfText(recipeOf({ ...DEFAULT_OPTIONS, symbols: false })).form).toMatchObject({
      minLength: '16',
      maxLength: '16',
      classes: { uppercase: 'required', lowercase: 'required', numbers: 'required', symbols: 'off' },
    });
    expect(draftOfText(recipeOf(DEFAULT_OPTIONS)).exact).toBe(true);
    const texts = [...new Set((await loadSiteList()).rules.values())];
    const exact = texts.filter((text) => draftOfText(text).exact);
    for (const text of exact)
      expect(boundsOf(draftOfForm(draftOfText(text).form).rules), text).toEqual(boundsOf(text));
    expect(exact.length).toBeGreaterThan(100);
    expect(exact.length).toBeLessThan(texts.length);
  });

  it.each([
    [
      'is empty if the options leave no password of the site',
      'minlength: 6; allowed: digit;',
      '0123456789',
      '',
    ],
    [
      'only allows the classes that a site’s length leaves no room for',
      'maxlength: 1; allowed: upper, digit;',
      '',
      'minlength: 1; maxlength: 1; required: upper; allowed: digit;',
    ],
    [
      'allows the space where the site requires it',
      'maxlength: 9; required: [ ]; allowed: digit;',
      '',
      'minlength: 9; maxlength: 9; required: digit; allowed: [ ];',
    ],
  ])('for a site %s', (_, own, exclude, rules) => {
    expect(recipeOf({ ...DEFAULT_OPTIONS, exclude }, mergeRules({ own }))).toBe(rules);
  });

  it.each<[Partial<RecipeForm>, object]>([
    [
      { minLength: 'x', maxLength: '0', maxConsecutive: '1025' },
      { minLength: 'not_a_number', maxLength: 'not_a_number', maxConsecutive: 'not_a_number' },
    ],
    [{ minLength: '9', maxLength: '8' }, { maxLength: 'below_minimum' }],
    [{ minLength: '9', maxLength: '9' }, {}],
    [{ extra: '_é' }, { extra: 'not_printable' }],
    [
      { classes: { uppercase: 'off', lowercase: 'off', numbers: 'off', symbols: 'off' } },
      { classes: 'no_characters' },
    ],
    [{ classes: { uppercase: 'off', lowercase: 'off', numbers: 'off', symbols: 'off' }, extra: '01' }, {}],
  ])('%o has the problems %o', (part, problems) => {
    expect(JSON.parse(JSON.stringify(formProblems(form(part))))).toEqual(problems);
  });
});
