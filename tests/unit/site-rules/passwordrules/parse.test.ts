import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NAMED_SETS, setOf } from '../../../../lib/site-rules/characters.ts';
import { parsePasswordRules, readPasswordRules } from '../../../../lib/site-rules/passwordrules/parse.ts';

interface RulesVector {
  rules: string;
  required: string[];
  allowed: string;
  minlength: number | null;
  maxlength: number | null;
  maxConsecutive: number | null;
}
interface ParserVector {
  input: string;
  expected: { name: string; value: string[] | number }[];
}
const vectors = <T>(name: string): T[] =>
  JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), 'utf8'));

/** The characters of classes as the parser's own tests write them: names, or what stands in brackets. */
const charactersOf = (classes: readonly string[]) =>
  setOf(classes.map((name) => NAMED_SETS[name] ?? name.slice(1, -1)).join(''));

function expectedOf({ expected }: ParserVector) {
  const values = (name: string) => expected.filter((rule) => rule.name === name).map(({ value }) => value);
  return {
    required: (values('required') as string[][]).map((classes) => ({
      characters: charactersOf(classes),
      min: 1,
    })),
    allowed: charactersOf((values('allowed') as string[][]).flat()),
    minLength: values('minlength')[0],
    maxLength: values('maxlength')[0],
    maxConsecutive: values('max-consecutive')[0],
  };
}

describe('a rules text', () => {
  it.each(vectors<RulesVector>('rules-vectors'))(
    'is read as the public parser reads it: $rules',
    (vector) => {
      const { errors: _, ...rule } = parsePasswordRules(vector.rules);
      expect(rule).toEqual({
        required: vector.required.map((characters) => ({ characters, min: 1 })),
        allowed: vector.allowed,
        minLength: vector.minlength ?? undefined,
        maxLength: vector.maxlength ?? undefined,
        maxConsecutive: vector.maxConsecutive ?? undefined,
      });
    },
  );

  it.each(vectors<ParserVector>('parser-vectors'))("passes the parser's own test: $input", (vector) => {
    const { errors: _, ...rule } = parsePasswordRules(vector.input);
    expect(rule).toEqual(expectedOf(vector));
  });

  it.each([
    [
      'dummy: upper',
      [
        { code: 'unknown_name', at: 0 },
        { code: 'stray_text', at: 0 },
      ],
    ],
    [
      'required upper',
      [
        { code: 'no_colon', at: 8 },
        { code: 'stray_text', at: 9 },
      ],
    ],
    ['minlength: 8;; maxlength: 9', [{ code: 'unknown_name', at: 13 }]],
    ['required: upper,; minlength: 9', [{ code: 'no_value', at: 16 }]],
    [
      'allowed: odd; minlength: 9',
      [
        { code: 'unknown_class', at: 9 },
        { code: 'stray_text', at: 9 },
      ],
    ],
    [
      'required: upper lower',
      [
        { code: 'stray_text', at: 16 },
        { code: 'stray_text', at: 16 },
      ],
    ],
    [
      'required: [abc',
      [
        { code: 'unclosed_class', at: 10 },
        { code: 'stray_text', at: 10 },
      ],
    ],
    ['minlength: 9 ; maxlength: 12', [{ code: 'not_a_number', at: 12 }]],
    [
      'max-consecutive: x',
      [
        { code: 'not_a_number', at: 17 },
        { code: 'stray_text', at: 17 },
      ],
    ],
    ['required: ; maxlength:', []],
  ])('keeps its errors: %s', (text, errors) => {
    expect(parsePasswordRules(text).errors).toEqual(errors);
  });

  it.each([
    [
      'minlength: 9; entropy: 60; required: digit',
      { minLength: 9, required: [{ characters: '0123456789', min: 1 }] },
    ],
    ['unknown: upper; allowed: [ab]; maxlength: 7', { allowed: 'ab', maxLength: 7 }],
    ['allowed: [ab]; no value at all; max-repeating: 3', { allowed: 'ab', maxConsecutive: 3 }],
    ['maxlength: 7; Requires: upper, lower', { required: [], maxLength: 7 }],
    ['maxlength: 7; ; allowed: [ab]', { allowed: 'ab', maxLength: 7 }],
  ])('of a page holds but for unknown names: %s', (text, rule) => {
    const read = readPasswordRules(text);
    expect(read).toMatchObject(rule);
    expect(read.errors).toEqual([{ code: 'unknown_name', at: expect.any(Number) }]);
    expect(parsePasswordRules(text)).toMatchObject({ required: [], minLength: undefined });
  });

  it.each([
    ['minlength=8; maxlength: 7; allowed: [ab]', { minLength: undefined, maxLength: 7, allowed: 'ab' }],
    ['max-consecutive: few; maxlength: 7', { maxConsecutive: undefined, maxLength: 7 }],
    ['maxlength: 7 minlength: 2; allowed: [ab]', { maxLength: undefined, allowed: 'ab' }],
    ['allowed: hexadecimal; maxlength: 7', { maxLength: 7 }],
    ['allowed: [ab], hexadecimal, [c]; maxlength: 7', { allowed: 'abc', maxLength: 7 }],
    ['required: digit, [ab; maxlength: 7', { maxLength: 7 }],
  ])('of a page holds but for the rules that cannot be read: %s', (text, rule) => {
    const read = readPasswordRules(text);
    expect(read).toMatchObject(rule);
    expect(read.errors.length).toBeGreaterThan(0);
  });

  it.each([
    ['MINLENGTH:9;Allowed:[ab]', { minLength: 9, allowed: 'ab' }],
    ['\n minlength :\t9 ; maxlength : 12 ;', { minLength: 9, maxLength: 12 }],
    ['Max-Repeating : 2 ; allowed : [ab]', { maxConsecutive: 2, allowed: 'ab' }],
  ])('of a page may be written in capitals and with spaces: %s', (text, rule) => {
    expect(readPasswordRules(text)).toMatchObject({ ...rule, errors: [] });
  });

  it.each([
    ['max-repeating: 2; max-consecutive: 4', { maxConsecutive: 2 }],
    ['max-sequential: 3', { maxSequential: 3, maxConsecutive: undefined }],
    ['max-sequential: 4; max-sequential: 2;', { maxSequential: 2 }],
    ['blocklist: default, hibp; minlength: 8', { minLength: 8 }],
    ['blocklist: "Acme, Inc", acme, hibp', { blocked: ['"Acme', 'Inc"', 'acme'] }],
    ['blocklist: \'hunter\', "Sesame"; maxlength: 9', { blocked: ['hunter', 'Sesame'], maxLength: 9 }],
  ])('can have newer names: %s', (text, rule) => {
    expect(parsePasswordRules(text)).toMatchObject({ ...rule, errors: [] });
    expect(parsePasswordRules('blocklist: default, hibp')).not.toHaveProperty('blocked');
  });

  it('applies as far as it was understood', () => {
    expect(parsePasswordRules('minlength: 8;; maxlength: 9')).toMatchObject({
      minLength: 8,
      maxLength: undefined,
    });
    expect(parsePasswordRules('required: upper,; minlength: 9')).toMatchObject({
      required: [],
      minLength: 9,
    });
    expect(parsePasswordRules('minlength: 9 ; maxlength: 12')).toMatchObject({
      minLength: undefined,
      maxLength: 12,
    });
  });

  const megabyte = (part: string) => part.repeat(Math.ceil(1e6 / part.length));
  it.each([
    'required: upper;',
    'required: upper,;',
    'required: [a];allowed: digit,upper;',
    'allowed: upper,',
    '[',
    ']',
    ';',
    ' ',
    '9',
    'minlength:9999999999999999999999;',
    'max-consecutive:',
    'é',
  ])('of a million characters is read at once: %s', (part) => {
    for (const text of [megabyte(part), `required: [${megabyte(part)}]`, `minlength: ${megabyte(part)}`]) {
      expect(parsePasswordRules(text).errors.length).toBeLessThanOrEqual(20);
    }
  });
});
