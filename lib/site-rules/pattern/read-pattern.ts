import type { Requirement } from '../../generator/index.ts';
import { Budget } from '../budget.ts';
import { intersection, PRINTABLE } from '../characters.ts';
import { greatest, smallest } from '../extremes.ts';
import type { SiteRule } from '../rule.ts';
import { patternDfa } from './pattern-dfa.ts';
import { regularPart } from './references.ts';
import { parseRegex } from './regex-parser.ts';
import { ANYTHING, isAssertion, partsOf, type Regex, sequence, widthOf } from './regex-syntax.ts';
import { bodyBounds, lookaheadBounds, outerBounds, type PatternBounds } from './shapes.ts';

/** The greatest length of a pattern, in UTF-16 units. */
export const MAX_PATTERN = 1000;

/** The part of a page's budget that its pattern may spend, so that something is left for merging. */
const PART = 1 / 4;

/** The rule of a pattern. */
export interface PatternRule extends SiteRule {
  /** Whether the rule admits passwords that the pattern may not. */
  readonly isLoosened?: true;
}

/**
 * Reads a field's `pattern` as a rule. Look-aheads, and a body of one class with its quantifier, become sets
 * and lengths. Anything else that is regular becomes a DFA, so that passwords stay exactly uniform. A part
 * that is not understood is left out, and the rest holds. Undefined if the pattern is too long or too deep.
 * It is never run as a regular expression, because a hostile one could hang.
 */
export function readPattern(pattern: string, budget = new Budget()): PatternRule | undefined {
  if (pattern.length > MAX_PATTERN || !budget.spend('characters', pattern.length)) return undefined;
  const parsed = parseRegex(pattern);
  if (!parsed) return undefined;
  const { regex, bounds: differences, isLoosened } = regularPart(parsed);
  const { bounds, lookaheads, body } = splitPattern(regex);
  const { dfa, isWhole } = dfaOf(lookaheads, body, budget.share(PART));
  return {
    ...ruleOf([...bounds, ...differences]),
    patternDfa: dfa,
    ...((isLoosened || !isWhole) && { isLoosened: true }),
  };
}

/** Splits a pattern into bounds, and the look-aheads and the body that bounds cannot express. */
function splitPattern(regex: Regex): { bounds: PatternBounds[]; lookaheads: Regex[]; body: Regex[] } {
  const parts = partsOf(regex).filter(
    ({ type }, i, all) => !(type === 'start' && i === 0) && !(type === 'end' && i === all.length - 1),
  );
  const from = parts.findIndex(({ type }) => type !== 'lookahead');
  const lookaheads = from < 0 ? parts : parts.slice(0, from);
  const body = from < 0 ? [] : parts.slice(from);
  const read = lookaheads.map((lookahead) => lookaheadBounds(lookahead as Regex & { type: 'lookahead' }));
  const ofBody = bodyBounds(body);
  return {
    bounds: [...read.flatMap((bounds) => bounds ?? []), ofBody ?? outerBounds(body)],
    lookaheads: lookaheads.filter((_, i) => !read[i]),
    body: ofBody ? [] : uncounted(body),
  };
}

/** A body without the counts that its lengths say already, which would only make its DFA larger. */
function uncounted(body: readonly Regex[]): Regex[] {
  const isAlone = body.filter((part) => !isAssertion(part)).length === 1;
  return body.map((part) => {
    if (!isAlone || part.type !== 'repeat') return part;
    const { min, max } = widthOf(part.of);
    return min === 1 && max === 1 ? { ...part, min: 0, max: Infinity } : part;
  });
}

/** The DFA of what bounds cannot express, or of the body alone if that of both would be too large. */
function dfaOf(lookaheads: readonly Regex[], body: readonly Regex[], budget: Budget) {
  if (!lookaheads.length && !body.length) return { isWhole: true };
  const half = () => budget.share(1 / 2);
  const whole = patternDfa(sequence([...lookaheads, ...(body.length ? body : [ANYTHING])]), half());
  if (whole) return { dfa: whole, isWhole: true };
  const isBoth = lookaheads.length && body.length;
  return { dfa: isBoth ? patternDfa(sequence(body), half()) : undefined, isWhole: false };
}

/** The rule of all bounds together. */
function ruleOf(all: readonly PatternBounds[]): SiteRule {
  const joined = (name: 'notFirst' | 'notLast') =>
    all.map((bounds) => bounds[name] ?? '').join('') || undefined;
  const minLength = greatest(all.map((bounds) => bounds.minLength));
  const maxLength = smallest(all.map((bounds) => bounds.maxLength));
  // One run of the whole password is too long. Without a least length, passwords have at least three
  // characters, or as many as fit.
  const shortest = minLength ?? Math.min(3, maxLength ?? 3);
  const longestRun = all.some(({ isVaried }) => isVaried) ? Math.max(1, shortest - 1) : undefined;
  const repeats = all.flatMap((bounds) => bounds.repeats ?? []);
  return {
    allowed: all.reduce((allowed, bounds) => intersection(allowed, bounds.allowed ?? PRINTABLE), PRINTABLE),
    required: all.flatMap(({ required }): Requirement[] => (required ? [required] : [])),
    minLength,
    maxLength,
    maxConsecutive: smallest([...all.map(({ maxConsecutive }) => maxConsecutive), longestRun]),
    ...(repeats.length && { repeats }),
    notFirst: joined('notFirst'),
    notLast: joined('notLast'),
  };
}
