import type { Policy } from '../../lib/generator/index.ts';
import { Pool, type RandomSource } from '../../lib/generator/random.ts';
import { type PasswordSet, passwordSet } from '../../lib/generator/sampling/password-set.ts';

const A_TO_C = { characters: 'abc', min: 1 };
const DIGITS = { characters: '123', min: 1 };

/**
 * Policies so small that every password can be listed, with minimums, overlaps, limits on runs, ends and
 * ranges.
 */
export const SMALL_POLICIES: Record<string, Policy> = {
  'no rule': { alphabet: 'abcde', required: [], minLength: 3, maxLength: 3 },
  'two classes': { alphabet: 'abc123', required: [A_TO_C, DIGITS], minLength: 4, maxLength: 4 },
  'three classes of different size': {
    alphabet: 'a12!?+',
    required: [
      { characters: 'a', min: 1 },
      { characters: '12', min: 1 },
      { characters: '!?+', min: 1 },
    ],
    minLength: 3,
    maxLength: 3,
  },
  'a minimum of two': {
    alphabet: 'abc123',
    required: [A_TO_C, { ...DIGITS, min: 2 }],
    minLength: 4,
    maxLength: 4,
  },
  'a minimum of three of four': {
    alphabet: 'abc123',
    required: [{ ...DIGITS, min: 3 }],
    minLength: 4,
    maxLength: 4,
  },
  'overlapping classes': {
    alphabet: 'abc12',
    required: [
      { characters: 'ab1', min: 1 },
      { characters: 'bc2', min: 2 },
    ],
    minLength: 4,
    maxLength: 4,
  },
  'three overlapping classes': {
    alphabet: 'abcd',
    required: ['ab', 'bc', 'cd'].map((characters) => ({ characters, min: 1 })),
    minLength: 5,
    maxLength: 5,
  },
  'no character twice in a row': {
    alphabet: 'abc12',
    required: [{ characters: '12', min: 1 }],
    minLength: 4,
    maxLength: 4,
    maxConsecutive: 1,
  },
  'two in a row at most': { alphabet: 'abc', required: [], minLength: 6, maxLength: 6, maxConsecutive: 2 },
  'two in a row at most, two classes': {
    alphabet: 'ab1',
    required: [
      { characters: 'ab', min: 1 },
      { characters: '1', min: 2 },
    ],
    minLength: 6,
    maxLength: 6,
    maxConsecutive: 2,
  },
  'not first, not last': {
    alphabet: 'ab12',
    required: [{ characters: '12', min: 1 }],
    minLength: 4,
    maxLength: 4,
    notFirst: '12',
    notLast: 'a',
  },
  'ends and runs': {
    alphabet: 'ab1!',
    required: [{ characters: '1', min: 1 }],
    minLength: 5,
    maxLength: 5,
    notFirst: '!',
    notLast: '!b',
    maxConsecutive: 2,
  },
  'a range of lengths': {
    alphabet: 'ab12',
    required: [{ characters: '12', min: 1 }],
    minLength: 2,
    maxLength: 4,
  },
  'excluded from a class': { alphabet: 'bc23', required: [A_TO_C, DIGITS], minLength: 4, maxLength: 4 },
  'beyond one byte': {
    alphabet: 'aé😀',
    required: [{ characters: '😀é', min: 1 }],
    minLength: 4,
    maxLength: 4,
  },
};

/** Whether a policy admits a string. Shares no code with the generator. */
export function admits(policy: Policy, password: string): boolean {
  const letters = [...password];
  const has = (set: string | undefined, letter: string | undefined) =>
    [...(set ?? '')].includes(letter ?? '');
  const longest = policy.maxConsecutive ?? letters.length;
  return (
    letters.length >= policy.minLength &&
    letters.length <= policy.maxLength &&
    letters.every((letter) => has(policy.alphabet, letter)) &&
    policy.required.every(({ characters, min }) => letters.filter((l) => has(characters, l)).length >= min) &&
    !letters.some(
      (_, i) => i >= longest && letters.slice(i - longest, i + 1).every((l) => l === letters[i]),
    ) &&
    !has(policy.notFirst, letters[0]) &&
    !has(policy.notLast, letters.at(-1))
  );
}

/** Lists every password that a small policy admits. */
export function admissible(policy: Policy): string[] {
  const alphabet = [...new Set(policy.alphabet)];
  const found: string[] = [];
  let strings = [''];
  for (let length = 1; length <= policy.maxLength; length++) {
    strings = strings.flatMap((string) => alphabet.map((letter) => string + letter));
    found.push(...strings.filter((string) => admits(policy, string)));
  }
  return found;
}

/** The least share of admissible strings that makes `passwordSet` use rejection, to force each method. */
export const METHODS = { rejection: Number.MAX_SAFE_INTEGER, position: 0 } as const;

/** The set of a possible policy, drawn by a method from a source that gives `block` bytes at a time. */
export function setOf(
  policy: Policy,
  random: RandomSource,
  method?: keyof typeof METHODS,
  block = 128,
): PasswordSet {
  const set = passwordSet(policy, new Pool(random, block), method && METHODS[method]);
  if (!set.ok) throw new Error(set.error.message);
  return set;
}
