/** The syntax tree of a pattern over printable ASCII. */
export type Regex =
  | { readonly type: 'set'; readonly characters: string }
  | { readonly type: 'sequence'; readonly parts: readonly Regex[] }
  | { readonly type: 'choice'; readonly options: readonly Regex[] }
  | { readonly type: 'repeat'; readonly of: Regex; readonly min: number; readonly max: number }
  | { readonly type: 'lookahead'; readonly of: Regex; readonly negative: boolean }
  | { readonly type: 'start' | 'end' };

/** A sequence of nodes, with nested sequences flattened. A single node stays itself. */
export function sequence(nodes: readonly Regex[]): Regex {
  const parts = nodes.flatMap((node) => (node.type === 'sequence' ? node.parts : [node]));
  const [only] = parts;
  return only && parts.length === 1 ? only : { type: 'sequence', parts };
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
