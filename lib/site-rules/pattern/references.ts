import { setOf } from '../characters.ts';
import {
  ANYTHING,
  charactersIn,
  choice,
  inside,
  isAssertion,
  NOTHING,
  nodesOf,
  partsOf,
  type Regex,
  sequence,
  widthOf,
} from './regex-syntax.ts';
import type { PatternBounds } from './shapes.ts';

/** The most alternatives of a look-ahead that are read for their back references. */
const MAX_ALTERNATIVES = 50;

type Reference = Regex & { type: 'reference' };
type Group = Regex & { type: 'group' };
type Lookaround = Regex & { type: 'lookahead' | 'lookbehind' };

/** A pattern without what is not regular. */
export interface RegularPart {
  readonly regex: Regex;
  /** The bounds that replace back references. */
  readonly bounds: readonly PatternBounds[];
  /** Whether the tree admits passwords that the pattern may not. */
  readonly isLoosened: boolean;
}

/**
 * Replaces what is not regular, which is back references, and look-behinds that look ahead. Where a back
 * reference demands different characters, a bound replaces it, which may be narrower. Any other part is
 * replaced by one that admits more, and the rest of the pattern holds.
 */
export function regularPart(regex: Regex): RegularPart {
  const replacement = new Replacement(regex);
  return {
    regex: replacement.of(regex, true),
    bounds: replacement.bounds,
    isLoosened: replacement.isLoosened,
  };
}

class Replacement {
  readonly bounds: PatternBounds[] = [];
  isLoosened = false;
  readonly #groups: readonly Group[];

  constructor(regex: Regex) {
    this.#groups = nodesOf(regex).filter((node) => node.type === 'group');
  }

  /** A regular node that admits no less than `node`, or, if not `wider`, no more. */
  of(node: Regex, wider: boolean): Regex {
    switch (node.type) {
      case 'sequence':
        return sequence(node.parts.map((part, i) => this.#part(node.parts.slice(0, i), part, wider)));
      case 'choice':
        return choice(node.options.map((option) => this.of(option, wider)));
      case 'repeat':
        return { ...node, of: this.of(node.of, wider) };
      case 'group':
        return this.of(node.of, wider);
      case 'lookahead':
      case 'lookbehind':
        return this.#part([], node, wider);
      case 'reference':
        this.isLoosened = true;
        return wider ? this.#anyOf(node) : NOTHING;
      default:
        return node;
    }
  }

  /** A part of a sequence, given those before it. */
  #part(before: readonly Regex[], part: Regex, wider: boolean): Regex {
    if (part.type !== 'lookahead' && part.type !== 'lookbehind') return this.of(part, wider);
    if (part.type === 'lookbehind' && nodesOf(part.of).some(looksAhead)) {
      this.isLoosened = true;
      return wider ? sequence([]) : NOTHING;
    }
    const bounds =
      part.type === 'lookahead' && part.negative && wider ? differences(before, part) : undefined;
    const wasLoosened = this.isLoosened;
    const of = this.of(part.of, part.negative !== wider);
    if (bounds) {
      this.bounds.push(...bounds);
      this.isLoosened = wasLoosened;
    }
    return part.negative && isNothing(of) ? sequence([]) : { ...part, of };
  }

  /** What a back reference can match: what its group can, or nothing if that took no part. */
  #anyOf({ to, ignoresCase }: Reference): Regex {
    const groups = this.#groups.filter((group) => isOf(to, group));
    const isSimple = !ignoresCase && groups.length > 0 && !groups.some(hasReference);
    return isSimple ? choice([sequence([]), ...groups.map(withoutAssertions)]) : ANYTHING;
  }
}

/** Whether a node matches no text at all. */
function isNothing(node: Regex): boolean {
  if (node.type === 'set') return !node.characters;
  if (node.type === 'choice') return node.options.every(isNothing);
  return node.type === 'repeat'
    ? node.min > 0 && isNothing(node.of)
    : partsOf(node).length > 1 && partsOf(node).some(isNothing);
}

const looksAhead = ({ type }: Regex) => type === 'lookahead' || type === 'end' || type === 'boundary';

const isOf = (to: string, { number, name }: Group) => to === name || to === String(number);

const hasReference = (node: Regex) => nodesOf(node).some(({ type }) => type === 'reference');

function withoutAssertions(node: Regex): Regex {
  if (isAssertion(node)) return sequence([]);
  if (node.type === 'group') return withoutAssertions(node.of);
  if (node.type === 'sequence') return sequence(node.parts.map(withoutAssertions));
  if (node.type === 'choice') return choice(node.options.map(withoutAssertions));
  return node.type === 'repeat' ? { ...node, of: withoutAssertions(node.of) } : node;
}

/**
 * The bounds that keep the back references of a negative look-ahead from ever matching. Undefined if there
 * are none, or if bounds cannot express one of them.
 */
function differences(before: readonly Regex[], { of }: Lookaround): PatternBounds[] | undefined {
  const alternatives = alternativesOf(partsOf(of));
  const bounds = alternatives
    ?.filter((parts) => parts.some(hasReference))
    .map((parts) => differenceOf([...before, ...parts]));
  return bounds?.length && !bounds.includes(undefined) ? (bounds as PatternBounds[]) : undefined;
}

/** The sequences that a sequence with choices stands for; undefined if there are too many. */
function alternativesOf(parts: readonly Regex[]): (readonly Regex[])[] | undefined {
  const at = parts.findIndex((part) => isOpened(part) && hasReference(part));
  const part = parts[at];
  if (!part) return [parts];
  const options = part.type === 'choice' ? part.options : inside(part);
  const found = options.map((option) =>
    alternativesOf([...parts.slice(0, at), ...partsOf(option), ...parts.slice(at + 1)]),
  );
  const all = found.flatMap((each) => each ?? []);
  return found.includes(undefined) || all.length > MAX_ALTERNATIVES ? undefined : all;
}

/** Whether what is inside a part must match where the part does. What is repeated matches at least once. */
function isOpened(part: Regex): boolean {
  if (part.type !== 'repeat') return part.type === 'choice' || part.type === 'group';
  return part.min > 0 && nodesOf(part.of).some(({ type }) => type === 'group');
}

/** The bound of the first group whose text must come again in a sequence. */
function differenceOf(parts: readonly Regex[]): PatternBounds | undefined {
  for (const [at, group] of parts.entries()) {
    if (group.type !== 'group' || !widthOf(group).min) continue;
    const after = parts.slice(at + 1);
    if (group.of.type === 'set' && isWhole(parts.slice(0, at), group, after)) return { isVaried: true };
    const times = timesIn(after, group);
    const other = after.findIndex((part) => !isRepeated(part, group));
    const inRow = timesIn(other < 0 ? after : after.slice(0, other), group);
    if (times && times === inRow && group.of.type === 'set') return { maxConsecutive: times };
    if (times) return { repeats: [{ characters: setOf(charactersIn(group)), max: times }] };
  }
  return undefined;
}

/** Whether `(.)\1+$` must match from the first to the last character. */
function isWhole(
  before: readonly Regex[],
  group: Group,
  [repeat, end, ...others]: readonly Regex[],
): boolean {
  const isLong = repeat?.type === 'repeat' && repeat.max === Infinity && isRepeated(repeat, group);
  return isLong && end?.type === 'end' && !others.length && before.every(isAssertion);
}

/** Whether a node is back references to a group and nothing else. */
const isRepeated = (node: Regex, group: Group): boolean =>
  node.type === 'repeat' || isAhead(node)
    ? isRepeated(node.of, group)
    : node.type === 'reference' && isOf(node.to, group);

const isAhead = (node: Regex): node is Lookaround => node.type === 'lookahead' && !node.negative;

/** How often a text of a group must come again where a sequence matches. Look-aheads may see the same text. */
function timesIn(parts: readonly Regex[], group: Group): number {
  const taken = parts.reduce((sum, part) => sum + timesInPart(part, group), 0);
  return Math.max(taken, ...parts.filter(isAhead).map(({ of }) => timesIn(partsOf(of), group)));
}

function timesInPart(part: Regex, group: Group): number {
  if (part.type === 'reference') return Number(!part.ignoresCase && isOf(part.to, group));
  if (isAssertion(part)) return 0;
  const times = inside(part).map((each) => timesIn(partsOf(each), group));
  if (part.type === 'choice') return Math.min(...times);
  return times.reduce((sum, each) => sum + each, 0) * (part.type === 'repeat' ? part.min : 1);
}
