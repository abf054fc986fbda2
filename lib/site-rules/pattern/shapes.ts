import { isWithin, PRINTABLE, setOf, without } from '../characters.ts';
import type { SiteRule } from '../rule.ts';
import { charactersIn, partsOf, type Regex, sequence, widthOf } from './regex-syntax.ts';

/** The bounds of a part of a pattern. */
export type PatternBounds = Partial<Omit<SiteRule, 'required' | 'patternDfa'>> & {
  readonly required?: SiteRule['required'][number];
  /** Whether the characters may not all be the same. */
  readonly isVaried?: boolean;
};

/** A number of characters of one set in a row. */
interface Run {
  readonly characters: string;
  readonly min: number;
  readonly max: number;
}

/** A node as a run of one set; undefined if it is not one. */
function runOf(node: Regex | undefined): Run | undefined {
  if (node?.type === 'set') return { characters: node.characters, min: 1, max: 1 };
  if (node?.type !== 'repeat' || node.of.type !== 'set') return undefined;
  return { characters: node.of.characters, min: node.min, max: node.max };
}

const isAny = ({ characters }: Run) => isWithin(PRINTABLE, characters);
const isAnything = (run: Run | undefined) => run?.min === 0 && run.max === Infinity && isAny(run);

/** The bounds of a look-ahead at the beginning; undefined if its shape is unknown. */
export function lookaheadBounds({
  of,
  negative,
}: Regex & { type: 'lookahead' }): PatternBounds[] | undefined {
  const options = of.type === 'choice' ? of.options : [of];
  const read = options.map((option) => (negative ? negativeBounds(option) : positiveBounds(option)));
  if (read.some((bounds) => !bounds)) return undefined;
  const bounds = read as PatternBounds[];
  // None of several negative options may match, but one of several positive options is enough.
  return negative || bounds.length === 1 ? bounds : anyOf(bounds);
}

/** A choice between required sets; undefined if an option requires anything else. */
function anyOf(bounds: readonly PatternBounds[]): PatternBounds[] | undefined {
  if (!bounds.every(({ required }) => required?.min === 1)) return undefined;
  return [
    { required: { characters: setOf(bounds.map(({ required }) => required?.characters).join('')), min: 1 } },
  ];
}

/**
 * The parts of a look-ahead without leading `^` and trailing `.*`, and whether it reaches to the password's
 * end.
 */
function stripAnchors(node: Regex): { parts: readonly Regex[]; toEnd: boolean } {
  const parts = partsOf(node);
  const from = parts[0]?.type === 'start' ? 1 : 0;
  const toEnd = parts.at(-1)?.type === 'end';
  const inner = parts.slice(from, toEnd ? -1 : undefined);
  // With `.*` before it, the end may be anywhere.
  const open = inner.length > 1 && isAnything(runOf(inner.at(-1)));
  return { parts: open ? inner.slice(0, -1) : inner, toEnd: toEnd && !open };
}

/** The bounds of `(?=...)`. */
function positiveBounds(node: Regex): PatternBounds | undefined {
  const { parts, toEnd } = stripAnchors(node);
  const [first] = parts;
  const run = runOf(first);
  if (parts.length === 1 && run) return toEnd ? wholeBounds(run) : beginningBounds(run);
  const required = toEnd ? undefined : requiredSet(parts);
  return required && { required };
}

/** The bounds of a run from the first to the last character. */
function wholeBounds({ characters, min, max }: Run): PatternBounds {
  return {
    allowed: setOf(characters),
    ...(min > 1 && { minLength: min }),
    ...(max < Infinity && { maxLength: max }),
  };
}

/** The bounds of a run at the beginning, if anything may follow. */
function beginningBounds(run: Run): PatternBounds | undefined {
  if (run.min === 0) return {};
  if (isAny(run)) return run.min > 1 ? { minLength: run.min } : {};
  return run.min === 1 ? { notFirst: without(PRINTABLE, run.characters) } : undefined;
}

/** The required set of `.*X`, `[^X]*X`, `.*X.*X` and `(.*X){2,}`. */
function requiredSet(parts: readonly Regex[]): SiteRule['required'][number] | undefined {
  const [first] = parts;
  if (parts.length === 1 && first?.type === 'repeat') {
    const inner = requiredSet(stripAnchors(first.of).parts);
    return inner && first.min > 0 ? { ...inner, min: inner.min * first.min } : undefined;
  }
  const runs = parts.map(runOf);
  const { characters = '' } = runs.at(-1) ?? {};
  // These are pairs of a gap and one of the set. The gap may hold anything if it may hold all that is not in
  // the set.
  const fits = (run: Run | undefined, i: number) =>
    i % 2
      ? run?.characters === characters && run.min === 1
      : run?.min === 0 && run.max === Infinity && isWithin(without(PRINTABLE, characters), run.characters);
  const known = runs.length > 0 && runs.length % 2 === 0 && runs.every(fits);
  return known ? { characters: setOf(characters), min: runs.length / 2 } : undefined;
}

/** The bounds of `(?!...)`. */
function negativeBounds(node: Regex): PatternBounds | undefined {
  const { parts, toEnd } = stripAnchors(node);
  const [gap, set] = parts.map(runOf);
  if (parts.length === 1 && gap && toEnd) return notOnly(gap);
  if (parts.length === 1 && gap?.min === 1) return { notFirst: setOf(gap.characters) };
  if (parts.length !== 2 || !isAnything(gap) || set?.min !== 1) return undefined;
  if (!toEnd) return { allowed: without(PRINTABLE, set.characters) };
  return set.max === 1 ? { notLast: setOf(set.characters) } : undefined;
}

/** The bounds of `(?!\d+$)`, which forbids passwords of one set alone. */
function notOnly({ characters, min, max }: Run): PatternBounds | undefined {
  const others = without(PRINTABLE, characters);
  return min < 2 && max === Infinity && others ? { required: { characters: others, min: 1 } } : undefined;
}

/** The bounds of the part after the look-aheads; undefined if its shape is unknown. */
export function bodyBounds(parts: readonly Regex[]): PatternBounds | undefined {
  const runs = parts.map(runOf);
  if (!runs.length) return {};
  // An author who writes a class without a quantifier forgot it.
  if (runs.length === 1 && parts[0]?.type === 'set') return { allowed: setOf(parts[0].characters) };
  return runs.length === 1 ? runs[0] && wholeBounds(runs[0]) : endsBounds(runs);
}

/** The bounds that any body has: its characters and its lengths. */
export function outerBounds(parts: readonly Regex[]): PatternBounds {
  const body = sequence(parts);
  return wholeBounds({ characters: charactersIn(body), ...widthOf(body) });
}

/** The bounds of `[A-Za-z][\w!]{7,19}` and `[^ ].{6,}[^ ]`, whose ends are of a narrower class. */
function endsBounds(runs: readonly (Run | undefined)[]): PatternBounds | undefined {
  const middle = runs.find((run) => run && run.max > 1);
  if (!middle || runs.length > 3) return undefined;
  const at = runs.indexOf(middle);
  const ends = runs.filter((run) => run !== middle);
  const fits = ends.every(
    (run) => run?.min === 1 && run.max === 1 && isWithin(run.characters, middle.characters),
  );
  if (!fits || at > 1 || runs.length - at > 2) return undefined;
  const excludedBy = (run: Run | undefined) =>
    without(middle.characters, (run as Run).characters) || undefined;
  return {
    allowed: setOf(middle.characters),
    minLength: middle.min + ends.length,
    ...(middle.max < Infinity && { maxLength: middle.max + ends.length }),
    ...(at === 1 && { notFirst: excludedBy(runs[0]) }),
    ...(at < runs.length - 1 && { notLast: excludedBy(runs.at(-1)) }),
  };
}
