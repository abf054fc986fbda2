import type { Requirement } from '../../generator/index.ts';
import { intersection, PRINTABLE } from '../characters.ts';
import { greatest, smallest } from '../extremes.ts';
import type { SiteRule } from '../rule.ts';
import { patternDfa } from './pattern-dfa.ts';
import { parseRegex } from './regex-parser.ts';
import { partsOf, type Regex, sequence } from './regex-syntax.ts';
import { bodyBounds, lookaheadBounds, type PatternBounds } from './shapes.ts';

/** The greatest length of a pattern, in UTF-16 units. */
export const MAX_PATTERN = 1000;

/** Limits on runs, such as `(?!.*(.)\1{2})`. They are not regular, so they are taken out before parsing. */
const RUNS = /\(\?!\.\*\??\((?:\.|\\[wS]|\[[^\]]*\])\)((?:\\1)+)(?:\{(\d{1,3})(?:,\d*)?\}|\+)?\)/;

/**
 * Reads a field's `pattern` as a rule. Look-aheads, and a body of one class with its quantifier, become sets
 * and lengths. Anything else that is regular becomes a DFA, so that passwords stay exactly uniform. Undefined
 * if the pattern is too large or not understood. It is never run as a regular expression, because a hostile
 * one could hang.
 */
export function readPattern(pattern: string): SiteRule | undefined {
  if (pattern.length > MAX_PATTERN) return undefined;
  const runs = RUNS.exec(pattern);
  const regex = parseRegex(pattern.replace(RUNS, ''));
  if (!regex) return undefined;
  const { bounds, rest } = splitPattern(regex);
  const dfa = rest.length ? patternDfa(sequence(rest)) : undefined;
  if (rest.length && !dfa) return undefined;
  const [, repeats = '', times] = runs ?? [];
  const longestRun = runs ? [{ maxConsecutive: repeats.length / 2 - 1 + Number(times ?? 1) }] : [];
  return { ...ruleOf([...bounds, ...longestRun]), patternDfa: dfa };
}

/** Splits a pattern into bounds and the parts that bounds cannot express. */
function splitPattern(regex: Regex): { bounds: PatternBounds[]; rest: Regex[] } {
  const parts = partsOf(regex).filter(
    ({ type }, i, all) => !(type === 'start' && i === 0) && !(type === 'end' && i === all.length - 1),
  );
  const from = parts.findIndex(({ type }) => type !== 'lookahead');
  const lookaheads = from < 0 ? parts : parts.slice(0, from);
  const body = from < 0 ? [] : parts.slice(from);
  const read = lookaheads.map((lookahead) => lookaheadBounds(lookahead as Regex & { type: 'lookahead' }));
  const ofBody = bodyBounds(body);
  const unread = lookaheads.filter((_, i) => !read[i]);
  const anything: Regex = {
    type: 'repeat',
    of: { type: 'set', characters: PRINTABLE },
    min: 0,
    max: Infinity,
  };
  const rest = ofBody ? [...unread, ...(unread.length ? [anything] : [])] : [...unread, ...body];
  return { bounds: [...read, ofBody].flatMap((bounds) => bounds ?? []), rest };
}

/** The rule of all bounds together. */
function ruleOf(all: readonly PatternBounds[]): SiteRule {
  const joined = (name: 'notFirst' | 'notLast') =>
    all.map((bounds) => bounds[name] ?? '').join('') || undefined;
  return {
    allowed: all.reduce((allowed, bounds) => intersection(allowed, bounds.allowed ?? PRINTABLE), PRINTABLE),
    required: all.flatMap(({ required }): Requirement[] => (required ? [required] : [])),
    minLength: greatest(all.map(({ minLength }) => minLength)),
    maxLength: smallest(all.map(({ maxLength }) => maxLength)),
    maxConsecutive: smallest(all.map(({ maxConsecutive }) => maxConsecutive)),
    notFirst: joined('notFirst'),
    notLast: joined('notLast'),
  };
}
