import { intersection, PRINTABLE, without } from '../characters.ts';

/** The syntax tree of a pattern over printable ASCII. */
export type Regex =
  | { readonly type: 'set'; readonly characters: string }
  | { readonly type: 'sequence'; readonly parts: readonly Regex[] }
  | { readonly type: 'choice'; readonly options: readonly Regex[] }
  | { readonly type: 'repeat'; readonly of: Regex; readonly min: number; readonly max: number }
  | { readonly type: 'lookahead'; readonly of: Regex; readonly negative: boolean }
  | { readonly type: 'lookbehind'; readonly of: Regex; readonly negative: boolean }
  | { readonly type: 'start' | 'end' }
  /** `\b`, or `\B` if it is negative. */
  | { readonly type: 'boundary'; readonly negative: boolean }
  /** A group that captures. It is in the tree only if the pattern has back references. */
  | { readonly type: 'group'; readonly number: number; readonly name: string | undefined; readonly of: Regex }
  /** A back reference, by number or name. */
  | { readonly type: 'reference'; readonly to: string; readonly ignoresCase: boolean };

/** Matches no character, and so no text at all. */
export const NOTHING: Regex = { type: 'set', characters: '' };

/** Matches any text. */
export const ANYTHING: Regex = {
  type: 'repeat',
  of: { type: 'set', characters: PRINTABLE },
  min: 0,
  max: Infinity,
};

/** A sequence of nodes, with nested sequences flattened. A single node stays itself. */
export function sequence(nodes: readonly Regex[]): Regex {
  const parts: Regex[] = [];
  for (const node of nodes.flatMap(partsOf)) {
    const before = parts.at(-1);
    const both = node.type === 'set' && before?.type === 'lookahead' ? seenAhead(before, node) : undefined;
    parts.splice(both ? -1 : parts.length, 1, both ?? node);
  }
  const [only] = parts;
  return only && parts.length === 1 ? only : { type: 'sequence', parts };
}

/** `(?!\s).` as one set; undefined if the look-ahead holds more than a set. */
function seenAhead({ of, negative }: Regex & { type: 'lookahead' }, { characters }: Regex & { type: 'set' }) {
  if (of.type !== 'set') return undefined;
  const both = negative ? without(characters, of.characters) : intersection(characters, of.characters);
  return { type: 'set' as const, characters: both };
}

/** A choice between nodes. A choice between sets is a set. */
export function choice(options: readonly Regex[]): Regex {
  const [only] = options;
  if (only && options.length === 1) return only;
  const sets = options.flatMap((option) => (option.type === 'set' ? [option.characters] : []));
  return sets.length === options.length
    ? { type: 'set', characters: sets.join('') }
    : { type: 'choice', options };
}

/** The parts of a node, as if it were a sequence. */
export const partsOf = (node: Regex): readonly Regex[] => (node.type === 'sequence' ? node.parts : [node]);

/** The nodes directly inside a node. */
export function inside(node: Regex): readonly Regex[] {
  if ('parts' in node) return node.parts;
  if ('options' in node) return node.options;
  return 'of' in node ? [node.of] : [];
}

/** A node and all nodes inside it. */
export const nodesOf = (node: Regex): Regex[] => [node, ...inside(node).flatMap(nodesOf)];

const ASSERTIONS: readonly Regex['type'][] = ['lookahead', 'lookbehind', 'start', 'end', 'boundary'];

/** Whether a node matches no characters, but looks at its surroundings. */
export const isAssertion = ({ type }: Regex): boolean => ASSERTIONS.includes(type);

/** All characters that a node can take. */
export function charactersIn(node: Regex): string {
  if (node.type === 'set') return node.characters;
  return isAssertion(node) ? '' : inside(node).map(charactersIn).join('');
}

/** The least and the greatest number of characters that a node takes. */
export function widthOf(node: Regex): { readonly min: number; readonly max: number } {
  if (node.type === 'set') return { min: 1, max: 1 };
  if (isAssertion(node)) return { min: 0, max: 0 };
  const widths = inside(node).map(widthOf);
  const [mins, maxs] = [widths.map(({ min }) => min), widths.map(({ max }) => max)];
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  if (node.type === 'choice') return { min: Math.min(...mins), max: Math.max(...maxs) };
  // A back reference may be to any text.
  if (node.type === 'reference') return { min: 0, max: Infinity };
  const [min, max] = [sum(mins), sum(maxs)];
  return node.type === 'repeat'
    ? { min: min * node.min, max: max && node.max && max * node.max }
    : { min, max };
}
