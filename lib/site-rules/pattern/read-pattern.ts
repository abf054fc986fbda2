import type { Requirement } from '../../generator/policy/policy.ts';
import { intersection, PRINTABLE } from '../characters.ts';
import type { SiteRule } from '../rule.ts';
import { patternDfa } from './pattern-dfa.ts';
import { parseRegex } from './regex-parser.ts';
import { partsOf, type Regex, sequence } from './regex-syntax.ts';
import { bodyBounds, lookBounds, type PatternBounds } from './shapes.ts';

/** Longest pattern that is read, in UTF-16 units. */
export const MAX_PATTERN = 1000;

/** `(?!.*(.)\1{2})` and its like: no character more often in a row than this. Not regular, so read before all else. */
const RUNS = /\(\?!\.\*\??\((?:\.|\\[wS]|\[[^\]]*\])\)((?:\\1)+)(?:\{(\d{1,3})(?:,\d*)?\}|\+)?\)/;

/**
 * Reads the `pattern` of a field as a rule. Look-aheads, and a body of one class with its quantifier, become sets and lengths;
 * whatever else is regular becomes a machine that is counted with, so that passwords stay exactly uniform. Nothing if it
 * is not understood or too large. A pattern is never run as a regular expression: a hostile one cannot hang.
 */
export function readPattern(pattern: string): SiteRule | undefined {
  if (pattern.length > MAX_PATTERN) return undefined;
  const runs = RUNS.exec(pattern);
  const regex = parseRegex(pattern.replace(RUNS, ''));
  if (!regex) return undefined;
  const { bounds, rest } = splitUp(regex);
  const dfa = rest.length ? patternDfa(sequence(rest)) : undefined;
  if (rest.length && !dfa) return undefined;
  const [, repeats = '', times] = runs ?? [];
  const longestRun = runs ? [{ maxConsecutive: repeats.length / 2 - 1 + Number(times ?? 1) }] : [];
  return { ...ruleOf([...bounds, ...longestRun]), patternDfa: dfa };
}

/** What the parts of a pattern say in bounds, and a pattern of those that say it in no other way. */
function splitUp(regex: Regex): { bounds: PatternBounds[]; rest: Regex[] } {
  const parts = partsOf(regex).filter(
    ({ type }, i, all) => !(type === 'start' && i === 0) && !(type === 'end' && i === all.length - 1),
  );
  const from = parts.findIndex(({ type }) => type !== 'look');
  const looks = from < 0 ? parts : parts.slice(0, from);
  const body = from < 0 ? [] : parts.slice(from);
  const read = looks.map((look) => lookBounds(look as Regex & { type: 'look' }));
  const said = bodyBounds(body);
  const unread = looks.filter((_, i) => !read[i]);
  const anything: Regex = {
    type: 'repeat',
    of: { type: 'set', characters: PRINTABLE },
    min: 0,
    max: Infinity,
  };
  const rest = said ? [...unread, ...(unread.length ? [anything] : [])] : [...unread, ...body];
  return { bounds: [...read, said].flatMap((bounds) => bounds ?? []), rest };
}

/** All bounds together. */
function ruleOf(all: readonly PatternBounds[]): SiteRule {
  const least = (name: 'maxLength' | 'maxConsecutive') =>
    extreme(
      all.map((bounds) => bounds[name]),
      Math.min,
    );
  const joined = (name: 'notFirst' | 'notLast') =>
    all.map((bounds) => bounds[name] ?? '').join('') || undefined;
  return {
    allowed: all.reduce((allowed, bounds) => intersection(allowed, bounds.allowed ?? PRINTABLE), PRINTABLE),
    required: all.flatMap(({ required }): Requirement[] => (required ? [required] : [])),
    minLength: extreme(
      all.map(({ minLength }) => minLength),
      Math.max,
    ),
    maxLength: least('maxLength'),
    maxConsecutive: least('maxConsecutive'),
    notFirst: joined('notFirst'),
    notLast: joined('notLast'),
  };
}

function extreme(
  values: readonly (number | undefined)[],
  choose: (...values: number[]) => number,
): number | undefined {
  const numbers = values.filter((value) => value !== undefined);
  return numbers.length ? choose(...numbers) : undefined;
}
