import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../../lib/generator/index.ts';
import { PRINTABLE } from '../../../../lib/site-rules/characters.ts';
import { fitToRule } from '../../../../lib/site-rules/fit/fit.ts';
import { compileWithin, generateWithin } from '../../../../lib/site-rules/generate-within.ts';
import { mergeRules } from '../../../../lib/site-rules/merge.ts';
import { parsePasswordRules } from '../../../../lib/site-rules/passwordrules/parse.ts';
import { patternDfa } from '../../../../lib/site-rules/pattern/pattern-dfa.ts';
import { MAX_PATTERN, readPattern } from '../../../../lib/site-rules/pattern/read-pattern.ts';
import { parseRegex } from '../../../../lib/site-rules/pattern/regex-parser.ts';
import type { PatternDfa, SiteRule } from '../../../../lib/site-rules/rule.ts';
import { seededRandom } from '../../../support/scripted-random.ts';

const VECTORS: { name: string; pattern: string; rules: string }[] = JSON.parse(
  readFileSync(new URL('../vectors/pattern-vectors.json', import.meta.url), 'utf8'),
);

/** The bounds of a rule, without the sets that follow from the allowed characters. */
function boundsOf({ required, allowed, minLength, maxLength }: SiteRule) {
  const sets = required.map(({ characters }) => characters);
  const needed = sets.filter((set) => [...allowed].some((letter) => !set.includes(letter)));
  return { required: needed.sort(), allowed, minLength, maxLength };
}

function read(pattern: string): SiteRule {
  const rule = readPattern(pattern);
  if (!rule) throw new Error(`${pattern} is not understood`);
  return rule;
}

describe('a pattern of the vectors', () => {
  const [open, closed] = [
    VECTORS.filter(({ pattern }) => /\)\.[*+{]/.test(pattern)),
    VECTORS.filter(({ pattern }) => !/\)\.[*+{]/.test(pattern)),
  ];
  it.each(closed)('has the bounds of its rules: $pattern', ({ pattern, rules }) => {
    const rule = read(pattern);
    expect(rule.patternDfa).toBeUndefined();
    expect(boundsOf(rule)).toEqual(boundsOf(parsePasswordRules(rules)));
  });

  it.each(open)('has the bounds of its rules, but a dot matches anything: $pattern', ({ pattern, rules }) => {
    const { required, minLength, maxLength } = parsePasswordRules(rules);
    expect(boundsOf(read(pattern))).toEqual(boundsOf({ required, minLength, maxLength, allowed: PRINTABLE }));
  });
});

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';
const but = (set: string) => [...PRINTABLE].filter((letter) => !set.includes(letter)).join('');
const needs = (characters: string, min = 1) => ({ characters, min });

describe('the usual shapes', () => {
  it.each<[string, Partial<SiteRule>]>([
    ['(?=.*?[A-Z])(?=.*?\\d).{8,}', { required: [needs(UPPER), needs(DIGITS)], minLength: 8 }],
    [
      '(?=[^A-Z]*[A-Z])(?=\\D*\\d)\\S{8,32}',
      { required: [needs(UPPER), needs(DIGITS)], allowed: but(' '), minLength: 8, maxLength: 32 },
    ],
    ['(?=(.*\\d){2,}).*', { required: [needs(DIGITS, 2)] }],
    ['(?=.*\\d.*\\d.*\\d).*', { required: [needs(DIGITS, 3)] }],
    ['(?=(?:.*[A-Z].*){2})(?=.*\\d.*$).+', { required: [needs(UPPER, 2), needs(DIGITS)] }],
    ['(?=.*\\d|.*[A-Z]).*', { required: [needs(DIGITS + UPPER)] }],
    ['(?=.*(\\d|[A-Z])).*', { required: [needs(DIGITS + UPPER)] }],
    ['^(?=^.{8,12}$)(?=.*\\d).*$', { required: [needs(DIGITS)], minLength: 8, maxLength: 12 }],
    ['(?=.{8,})(?=[A-Z]).*', { minLength: 8, notFirst: but(UPPER) }],
    [
      '(?=.{8,20}$)(?=.+)(?=.*)[\\w]*',
      { minLength: 8, maxLength: 20, allowed: `${DIGITS + UPPER}_${LOWER}` },
    ],
    ['(?!.*\\s).{6,}', { allowed: but(' '), minLength: 6 }],
    ['(?!.*[<>]|.*&).*', { allowed: but('<>&') }],
    ['(?!\\d)(?!.*[.]$).*', { notFirst: DIGITS, notLast: '.' }],
    [
      '(?![0-9]+$)(?![a-zA-Z]+$)[0-9A-Za-z]{8,16}',
      {
        required: [needs(but(DIGITS)), needs(but(UPPER + LOWER))],
        allowed: DIGITS + UPPER + LOWER,
        minLength: 8,
        maxLength: 16,
      },
    ],
    ['(?!.*(.)\\1{2}).{8,}', { maxConsecutive: 2, minLength: 8 }],
    ['(?!.*(.)\\1\\1\\1)(?=.*\\d).*', { maxConsecutive: 3, required: [needs(DIGITS)] }],
    ['(?!.*?([A-Za-z])\\1+).*', { maxConsecutive: 1 }],
    ['(?!(.)\\1+$).*', { maxConsecutive: 2 }],
    ['(?!(.)\\1+$).{0,2}', { maxConsecutive: 1, maxLength: 2 }],
    [
      '[A-Za-z][A-Za-z0-9]{7,19}',
      { allowed: DIGITS + UPPER + LOWER, minLength: 8, maxLength: 20, notFirst: DIGITS },
    ],
    ['\\S.{6,}\\S', { minLength: 8, notFirst: ' ', notLast: ' ' }],
    ['.{6,10}\\w', { minLength: 7, maxLength: 11, notLast: but(`${DIGITS + UPPER}_${LOWER}`) }],
    ['[!-~]{8,16}', { allowed: but(' '), minLength: 8, maxLength: 16 }],
    ['[A-Za-z0-9!-/:-@]+', { allowed: but(' [\\]^_`{|}~') }],
    ['[0-9!-?]+', { allowed: '!-0123456789?' }],
    ['[^0-9!-?]+', { allowed: but(PRINTABLE.slice(1, 32)) }],
    ['(?!.*[0-9!-?]).+', { allowed: but(PRINTABLE.slice(1, 32)) }],
    ['\\p{Lu}\\p{L}{8}', { allowed: UPPER + LOWER, notFirst: LOWER, minLength: 9, maxLength: 9 }],
    ['[a-z]{3,}[a-z]', { allowed: LOWER, minLength: 4 }],
    ['\\x41\\u0042*', { allowed: 'AB' }],
    ['(?<name>[a-c]{3})', { allowed: 'abc', minLength: 3, maxLength: 3 }],
    ['(?=.*\\d)', { required: [needs(DIGITS)] }],
    ['', {}],
  ])('are read as bounds: %s', (pattern, bounds) => {
    const { patternDfa, ...rule } = read(pattern);
    const none = { allowed: PRINTABLE, required: [] };
    expect({ hasDfa: Boolean(patternDfa), rule }).toEqual({
      hasDfa: pattern.startsWith('\\x41'),
      rule: {
        ...none,
        ...bounds,
        ...(bounds.allowed && { allowed: [...bounds.allowed].sort().join('') }),
        ...(bounds.required && {
          required: bounds.required.map(({ characters, min }) => needs([...characters].sort().join(''), min)),
        }),
      },
    });
  });
});

/** Whether a DFA accepts a text, character by character. */
function accepts({ characterGroups, next, accepting }: PatternDfa, text: string): boolean {
  let state = 0;
  for (const letter of text)
    state = next[state]?.[characterGroups[PRINTABLE.indexOf(letter)] ?? -1] ?? Number.NaN;
  return accepting[state] === true;
}

/** Patterns that bounds do not express. */
const REGULAR = [
  '(a+)+',
  '[a-z]+\\d+',
  '([a-z]+\\d+|[A-Z]{3,9}-\\d{4})',
  '(?:(?=.*\\d)(?=.*[a-z]).{8,16}|(?=.*[!@#])[!-~]{12,64})',
  '(?!.*(password|qwerty|1234)).{8,20}',
  '[a-z](?=.*\\d).{3,}',
  '(?=.*[0-9].*[a-z]).{4,20}',
  '(?=.*\\d$).{4,}',
  '(?!.*\\d\\d).{4,}',
  '(?!a*$)(?![ab]{2,3}$).{3,}',
  '(?=.*(ab|\\d))(?!(x|y{2})).{3,9}',
  '(?=a{2})(?=.*b{2}c*)(?=(.*c)*).{4,}',
  '(?=[a-c]+d).{4,}',
  '(?!.*[a-c]{2}$).{3,}',
  '(?!.*)(a|b)',
  'a?b??c{2}d{1,}e{0}f{0,2}',
  '(a*){2,3}b',
  '(a{0}|b)(b|c)',
  '(ab){2}c$',
  'x^y|^z',
  '(^a|b$)c?',
  '[a-c]\\d[a-c]\\d',
  '[ab]{2,3}[c-e]{2}[ab]',
  '(?=.*\\d|[a-z]).{3,}',
  '(?!.*\\d+$).{3,}',
  '(?!(?!.*\\d)).{3,}',
  '(?:(?=a)|(?=.b)).{3}',
  '([^ -~]|ab)[bc]',
  '[^ -~]*a|[^ -~]+b',
  '(?=[ab]$|.{4})[a-c]*',
  '(?=.*a)(?=.*b)(?=.*a|.*b{2}).{2,}',
  '(?:(?!aa)[ab])[abc]*',
  '[\\]a]{3}|[\\]]',
];

describe('what bounds do not express', () => {
  const matcher = (pattern: string) => new RegExp(`^(?:${pattern})$`, 'u');
  const letters = fc.constantFrom(...'aaabbcdxy019AB-!@ ');

  it.each(REGULAR)('is a DFA that accepts what the pattern matches: %s', (pattern) => {
    const regex = parseRegex(pattern);
    const dfa = regex && patternDfa(regex);
    if (!dfa) throw new Error('not understood');
    const some = fc.array(letters, { maxLength: 18 }).map((each) => each.join(''));
    // If no plain text matches a pattern, fast-check would search for matches without end.
    const matching = pattern.includes('[^ -~]')
      ? []
      : [fc.stringMatching(matcher(pattern.replace(/\(\?[=!]/g, '(?:')))];
    const texts = fc.oneof(some, ...matching);
    fc.assert(
      fc.property(texts, (text) => {
        const isPlain = [...text].every((letter) => PRINTABLE.includes(letter));
        expect([text, accepts(dfa, text)]).toEqual([text, isPlain && matcher(pattern).test(text)]);
      }),
      { numRuns: 300 },
    );
  });

  it.each(REGULAR.filter((pattern) => !['(?!.*)(a|b)'].includes(pattern)))(
    'is kept to by every password: %s',
    (pattern) => {
      const merged = mergeRules({ pattern });
      expect(merged).toMatchObject({ contradictions: [], unread: [] });
      const set = compileWithin(DEFAULT_OPTIONS, merged, seededRandom(5));
      if (!set.ok) throw new Error(set.error.message);
      for (let i = 0; i < 200; i++) expect(set.next()).toMatch(matcher(pattern));
    },
  );

  it('can be impossible, and is given up then', () => {
    const fitted = fitToRule(DEFAULT_OPTIONS, read('(?!.*)(a|b)'));
    expect(fitted.ok && fitted.adjustments.map(({ code }) => code)).toContain('pattern_ignored');
    expect(mergeRules({ pattern: '(?!.*)(a|b)' })).toMatchObject({
      reasons: [{ code: 'allowed', characters: 'ab', by: 'pattern' }],
      contradictions: [{ code: 'pattern', by: 'pattern' }],
    });
  });
});

describe('a hostile or unknown pattern', () => {
  it.each([
    '(a',
    'a)',
    '[a',
    '*a',
    'a{5,2}',
    '(?=a)+',
    '\\p{Nonsense}',
    '[\\q]',
    'a\\',
    '('.repeat(60) + ')'.repeat(60),
    'a'.repeat(MAX_PATTERN + 1),
  ])('is rejected at once: %s', (pattern) => {
    expect(readPattern(pattern) === undefined).toBe(true);
  });

  it.each<[string, Partial<SiteRule>]>([
    ['(x?){1000}', { allowed: 'x', maxLength: 1000 }],
    ['(.{1,50}){1,50}', { maxLength: 2500 }],
    ['.*a.{30}', { minLength: 31 }],
    ['(a{1,999999}b){1,999999}', { allowed: 'ab', minLength: 2 }],
    ['(?=(.*x){3})(?=(.*y){3}).*(a|bb|ccc){1,200}', {}],
    [`(${'a?'.repeat(200)}){1,99}(${'b?'.repeat(200)}){1,99}`, { allowed: 'ab', maxLength: 39_600 }],
    [`(?=${'(.*a|.*b)'.repeat(30)})${'[a-z]?'.repeat(60)}`, { allowed: LOWER, maxLength: 60 }],
    ['(((a{1,30}){1,30}){1,30}){1,30}', { allowed: 'a', maxLength: 810_000 }],
    [`((((a{1,50}){1,50}){1,50}){1,50}){8}`, { allowed: 'a', minLength: 8 }],
    ['(?:(?=a)|(?=b)|\\b){1000}.{8}', { minLength: 8, maxLength: 8 }],
    ['(?:(?:(?=.*[a-c])[a-z]?){0,50}){0,50}', { allowed: LOWER, maxLength: 2500 }],
    [`${'(?=.*(.)\\1)'.repeat(70)}[a-z]{8,}`, { allowed: LOWER, minLength: 8 }],
    [`(?!${'(?:(.)\\1|.)'.repeat(60)})[a-z]{8,}`, { allowed: LOWER, minLength: 8 }],
    [`(?!${'(?:(.)|(.))'.repeat(20)}\\1)[a-z]{8,}`, { allowed: LOWER, minLength: 8 }],
  ])('keeps its characters and lengths, at once: %s', (pattern, bounds) => {
    const before = process.threadCpuUsage();
    expect(readPattern(pattern)).toMatchObject({ isLoosened: true, ...bounds });
    expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(1000);
  });

  it.each([
    `(?:(?!.*(?:${LOWER.repeat(6).match(/.{5}/g)?.join('|')})).)+`,
    '(a+)+$',
    '(a|a)*b',
    '(.*a){20}',
    '((((a*)*)*)*)*b',
    '(([a-z])+.)+[A-Z]([a-z])+',
  ])('that hangs a browser is read at once: %s', (pattern) => {
    const merged = mergeRules({ pattern });
    expect(merged).toMatchObject({ contradictions: [], unread: [] });
    expect(generateWithin({ ...DEFAULT_OPTIONS, length: 60 }, merged).ok).toBe(true);
  });

  it('that is too large to count with is left out with an adjustment', () => {
    const pattern = '(?!.*(abcdefgh|ijklmnop|qrstuvwx|0123456)).{30,}';
    const odd = '(?!.*(abcd|efgh|ijkl))(?:..)*.{5}';
    const tooLarge = [
      { sources: { pattern, minLength: 1024 }, length: 16 },
      { sources: { pattern: odd }, length: 128 },
    ];
    for (const { sources, length } of tooLarge) {
      const options = { ...DEFAULT_OPTIONS, length, minNumbers: 3, minSymbols: 3 };
      expect(generateWithin(options, mergeRules(sources))).toMatchObject({
        ok: true,
        adjustments: expect.arrayContaining([{ code: 'pattern_ignored', by: 'pattern' }]),
      });
    }
    const large = read(pattern);
    const impossible = { ...large, minLength: 1024, notFirst: PRINTABLE };
    const sets = Array.from({ length: 25 }, (_, i) => needs(PRINTABLE.charAt(33 + i)));
    for (const rule of [impossible, { ...large, required: sets, minLength: 40 }]) {
      expect(fitToRule(DEFAULT_OPTIONS, rule)).toMatchObject({
        ok: false,
        error: { code: 'too_complex', option: 'siteRules' },
      });
    }
  });
});
