import { differences, type Group, hasReference, refersTo } from './differences.ts';
import {
  ANYTHING,
  choice,
  isAssertion,
  NOTHING,
  nodesOf,
  partsOf,
  type Regex,
  sequence,
  widthOf,
} from './regex-syntax.ts';
import type { PatternBounds } from './shapes.ts';

type Reference = Regex & { type: 'reference' };

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
    const turned = part.type === 'lookbehind' ? turnedRound(part) : undefined;
    if (turned) return this.of(turned, wider);
    if (looksBothWays(part)) {
      this.isLoosened = true;
      return wider ? sequence([]) : NOTHING;
    }
    const bounds =
      part.type === 'lookahead' && part.negative && wider ? differences(before, part) : undefined;
    const wasLoosened = this.isLoosened;
    const of = this.of(part.of, part.negative !== wider);
    if (bounds) {
      this.bounds.push(...bounds);
      this.isLoosened = wasLoosened || nodesOf(part).some(looksBothWays);
    }
    return part.negative && isNothing(of) ? sequence([]) : { ...part, of };
  }

  /** What a back reference can match: what its group can, or nothing if that took no part. */
  #anyOf({ to, ignoresCase }: Reference): Regex {
    const groups = this.#groups.filter((group) => refersTo(to, group));
    const isSimple = !ignoresCase && groups.length > 0 && !groups.some(hasReference);
    return isSimple ? choice([sequence([]), ...groups.map(withoutAssertions)]) : ANYTHING;
  }
}

/** Whether a node matches no text at all. */
function isNothing(node: Regex): boolean {
  if (node.type === 'set') return !node.characters;
  if (node.type === 'choice') return node.options.every(isNothing);
  if (node.type === 'repeat') return node.min > 0 && isNothing(node.of);
  return node.type === 'sequence' && node.parts.some(isNothing);
}

const AHEAD: readonly Regex['type'][] = ['lookahead', 'end', 'boundary'];

const looksAhead = (node: Regex) => nodesOf(node).some(({ type }) => AHEAD.includes(type));

/** `(?<=x(?!y))` as `(?=(?<=x)(?!y))`; undefined if no assertion is last. */
function turnedRound({ of, negative }: Regex & { type: 'lookbehind' }): Regex | undefined {
  const parts = partsOf(of);
  const end = parts.findLastIndex((part) => !isAssertion(part)) + 1;
  const behind: Regex = { type: 'lookbehind', of: sequence(parts.slice(0, end)), negative: false };
  return parts.slice(end).some(looksAhead)
    ? { type: 'lookahead', of: sequence([behind, ...parts.slice(end)]), negative }
    : undefined;
}

/** Whether a node is a look-behind whose text may depend on what follows. */
function looksBothWays(node: Regex): boolean {
  if (node.type !== 'lookbehind') return false;
  const parts = partsOf(node.of);
  // `\b` looks no further than at the next character, which is part of the text if anything follows.
  const isWithin = (i: number) =>
    parts[i]?.type === 'boundary' && widthOf({ type: 'sequence', parts: parts.slice(i) }).min > 0;
  return parts.some((part, i) => !isWithin(i) && looksAhead(part));
}

function withoutAssertions(node: Regex): Regex {
  if (isAssertion(node)) return sequence([]);
  if (node.type === 'group') return withoutAssertions(node.of);
  if (node.type === 'sequence') return sequence(node.parts.map(withoutAssertions));
  if (node.type === 'choice') return choice(node.options.map(withoutAssertions));
  return node.type === 'repeat' ? { ...node, of: withoutAssertions(node.of) } : node;
}
