import { describe, expect, it } from 'vitest';
import { CHARACTERS } from '../../../../lib/generator/charset.ts';
import { compile, DEFAULT_OPTIONS, generate, type Policy } from '../../../../lib/generator/index.ts';
import { classesOf } from '../../../../lib/generator/kinds/password.ts';
import { policyDfa } from '../../../../lib/generator/policy/policy-dfa.ts';
import { admits } from '../../../support/policies.ts';
import { seededRandom } from '../../../support/scripted-random.ts';

const ALL = Object.values(CHARACTERS).join('');
const PLAIN: Policy = { alphabet: 'abc', required: [], minLength: 4, maxLength: 4 };

describe('a policy', () => {
  it.each<[Partial<Policy>, string, string]>([
    [{ alphabet: '' }, 'no_class', 'alphabet'],
    [{ minLength: 0 }, 'out_of_range', 'minLength'],
    [{ maxLength: 3 }, 'out_of_range', 'maxLength'],
    [{ minLength: 1025, maxLength: 1025 }, 'out_of_range', 'minLength'],
    [{ maxConsecutive: 0 }, 'out_of_range', 'maxConsecutive'],
    [{ maxConsecutive: 1.5 }, 'not_an_integer', 'maxConsecutive'],
    [{ required: [{ characters: 'a', min: -1 }] }, 'out_of_range', 'required'],
    [{ required: [{ characters: 'x', min: 1 }] }, 'unmeetable', 'required'],
    [{ required: [{ characters: 'a', min: 5 }] }, 'unmeetable', 'required'],
    [{ alphabet: 'a', maxConsecutive: 3 }, 'unmeetable', 'maxConsecutive'],
    [{ notFirst: 'abc' }, 'unmeetable', 'notFirst'],
    [{ notLast: 'abc' }, 'unmeetable', 'notLast'],
    [{ notFirst: 'a', notLast: 'abc' }, 'unmeetable', 'notLast'],
    [{ alphabet: ALL, required: [{ characters: ALL, min: 1e6 }] }, 'too_complex', 'required'],
    [{ required: [{ characters: 'a', min: 1000 }], maxLength: 1024 }, 'too_complex', 'required'],
  ])('is refused by the name of its option: %j', (part, code, option) => {
    expect(compile({ ...PLAIN, ...part })).toMatchObject({ ok: false, error: { code, option } });
  });

  it('ignores a requirement of no character and a limit on runs above the length', () => {
    const policy = { ...PLAIN, required: [{ characters: 'a', min: 0 }], maxConsecutive: 4 };
    expect(compile(policy)).toMatchObject({ count: 81n });
  });

  const LARGE: Record<string, Policy> = {
    'minimums and runs': {
      alphabet: ALL,
      required: [
        { characters: CHARACTERS.numbers, min: 5 },
        { characters: CHARACTERS.symbols, min: 5 },
      ],
      minLength: 12,
      maxLength: 40,
      maxConsecutive: 1,
    },
    'more characters than bytes': {
      alphabet: Array.from({ length: 400 }, (_, i) => String.fromCodePoint(0x1f300 + i)).join(''),
      required: [],
      minLength: 30,
      maxLength: 30,
      maxConsecutive: 2,
    },
    'a long one': { alphabet: 'ab', required: [], minLength: 1000, maxLength: 1000, maxConsecutive: 6 },
    'longer than the pool of an injected source': {
      alphabet: ALL,
      required: [],
      minLength: 200,
      maxLength: 200,
    },
    'more states than are kept': {
      alphabet: 'abcdefgh12345678',
      required: [...'abcdefgh'].map((characters) => ({ characters, min: 1 })),
      minLength: 12,
      maxLength: 12,
      maxConsecutive: 3,
    },
    'twenty characters, seldom': {
      alphabet: ALL,
      required: [{ characters: CHARACTERS.numbers, min: 12 }],
      minLength: 20,
      maxLength: 20,
    },
  };
  it.each(Object.entries(LARGE))('of any size is kept to: %s', { timeout: 60_000 }, (_, policy) => {
    const compiled = compile(policy, seededRandom(9));
    if (!compiled.ok) throw new Error(compiled.error.message);
    for (let i = 0; i < 300; i++) expect(admits(policy, compiled.next())).toBe(true);
  });

  it('is met at sixteen, twenty and other lengths, which different kernels draw', () => {
    const required = Object.values(CHARACTERS).map((characters) => ({ characters, min: 1 }));
    for (let length = 8; length <= 40; length++) {
      const policy = { alphabet: ALL, required, minLength: length, maxLength: length };
      const compiled = compile(policy, seededRandom(length));
      for (let i = 0; i < 200; i++) expect(compiled.ok && admits(policy, compiled.next())).toBe(true);
    }
  });
});

describe('the options of a password', () => {
  it('set digits, symbols and runs', () => {
    const asked = { kind: 'password', length: 10, minNumbers: 4, minSymbols: 0, maxConsecutive: 1 } as const;
    for (let i = 0; i < 200; i++) {
      const made = generate(asked);
      expect(made.ok && made.password).toMatch(/^(?=(.*\d){4})(?!.*(.)\2).{10}$/);
    }
  });

  it.each([
    [{ minNumbers: 6 }, 'out_of_range', 'minNumbers'],
    [{ minSymbols: -1 }, 'out_of_range', 'minSymbols'],
    [{ maxConsecutive: 0 }, 'out_of_range', 'maxConsecutive'],
    [{ length: 9, minNumbers: 4, minSymbols: 4 }, 'shorter_than_classes', 'length'],
    [
      {
        length: 4,
        uppercase: false,
        lowercase: false,
        symbols: false,
        exclude: '123456789',
        maxConsecutive: 3,
      },
      'unmeetable',
      'maxConsecutive',
    ],
  ])('are refused by name: %j', (options, code, option) => {
    expect(generate({ kind: 'password', ...options })).toMatchObject({ ok: false, error: { code, option } });
  });

  it('are counted in few steps at their largest', () => {
    const required = classesOf({ ...DEFAULT_OPTIONS, minNumbers: 5, minSymbols: 5 });
    const alphabet = required.map(({ characters }) => characters).join('');
    const dfa = policyDfa({ alphabet, required, minLength: 128, maxLength: 128, maxConsecutive: 2 });
    const { states = 0, groups = [] } = dfa ?? {};
    // A step is an addition of large numbers, well below a microsecond.
    expect(states * groups.length * 128).toBeLessThan(80_000);
    expect(states).toBeGreaterThan(100);
  });
});
