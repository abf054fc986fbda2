import { CHARACTERS, type Policy, type PolicyDfa } from '../../generator/index.ts';
import { intersection, without } from '../characters.ts';
import { unmetCondition } from '../check.ts';
import type { SiteRule } from '../rule.ts';
import { type Ban, leastCount } from './least-count.ts';

/** The conditions of a rule that are met by drawing again, as far as a policy's strings can break them. */
export function sieveFor(
  { repeats, maxSequential, blocked }: SiteRule,
  alphabet: string,
): Pick<Policy, 'sieve'> {
  const letters = alphabet.toLowerCase();
  const conditions = {
    repeats: repeats?.filter(({ characters }) => intersection(characters, alphabet)),
    maxSequential,
    blocked: blocked
      ?.map((text) => text.toLowerCase())
      .filter((text) => text && [...text].every((letter) => letters.includes(letter))),
  };
  if (!conditions.repeats?.length && !maxSequential && !conditions.blocked?.length) return {};
  const rule: SiteRule = { allowed: alphabet, required: [], ...conditions };
  return {
    sieve: {
      admits: (password) => !unmetCondition(password, rule),
      atLeast: (dfa, length) => atLeast(rule, dfa, length),
    },
  };
}

/**
 * The better of two lower bounds: with blocked texts as letters that are banned at each position, or with the
 * strings that hold one taken off at the end. docs/generator.md proves both.
 */
function atLeast(rule: SiteRule, dfa: PolicyDfa, length: number): bigint {
  const bans = [...repeatBans(rule), ...runBans(rule, dfa), ...sequenceBans(rule)];
  const blocked = rule.blocked ?? [];
  const free = leastCount(dfa, length, bans);
  if (!blocked.length) return free;
  const rest = free - blocked.reduce((sum, text) => sum + holders(text, rule.allowed, length), 0n);
  const banned = leastCount(dfa, length, [...bans, ...blockedBans(blocked, rule.allowed)]);
  return rest > banned ? rest : banned;
}

/** Before position n at most n / max letters of the set can be used up. */
const repeatBans = ({ repeats = [] }: SiteRule): Ban[] =>
  repeats.map(({ characters, max }) => ({
    letters: characters,
    most: (at) => (max < 1 ? characters.length : Math.floor(at / max)),
  }));

/** A run at its limit bans its letter, unless a limit on repeats has already used it up. */
function runBans({ allowed, repeats = [] }: SiteRule, { maxRun }: PolicyDfa): Ban[] {
  const usedUp = repeats.filter(({ max }) => max <= maxRun).map(({ characters }) => characters);
  return [{ letters: without(allowed, usedUp.join('')), most: (at) => (at < maxRun ? 0 : 1) }];
}

const ALPHANUMERIC = CHARACTERS.uppercase + CHARACTERS.lowercase + CHARACTERS.numbers;

/** A sequence at its limit goes on by one letter, and a single letter by two, each in either case. */
function sequenceBans({ allowed, maxSequential }: SiteRule): Ban[] {
  if (!maxSequential) return [];
  const letters = intersection(ALPHANUMERIC, allowed);
  const cases = new Set(letters.toLowerCase()).size < letters.length ? 2 : 1;
  const most = cases * (maxSequential === 1 ? 2 : 1);
  return [{ letters, most: (at) => (at < maxSequential ? 0 : most) }];
}

/** The last letters of the texts, each banned from where a text can end. */
function blockedBans(texts: readonly string[], alphabet: string): Ban[] {
  const ends = new Map<string, number>();
  for (const text of texts) {
    const last = text.slice(-1);
    ends.set(last, Math.min(text.length - 1, ends.get(last) ?? Infinity));
  }
  return [...ends].map(([last, from]) => {
    const letters = casesOf(last, alphabet);
    return { letters, most: (at) => (at < from ? 0 : letters.length) };
  });
}

/** The most strings of a length that hold a text: its spellings, at each place, with anything around. */
function holders(text: string, alphabet: string, length: number): bigint {
  const others = length - text.length;
  if (others < 0) return 0n;
  const spellings = [...text].reduce((all, letter) => all * BigInt(casesOf(letter, alphabet).length), 1n);
  return spellings * BigInt(others + 1) * BigInt([...alphabet].length) ** BigInt(others);
}

/** The letters of the alphabet that differ from a letter in case at most. */
const casesOf = (letter: string, alphabet: string): string =>
  intersection(letter.toLowerCase() + letter.toUpperCase(), alphabet);
