import { setOf } from '../characters.ts';
import { charactersIn, inside, isAssertion, nodesOf, partsOf, type Regex, widthOf } from './regex-syntax.ts';
import type { PatternBounds } from './shapes.ts';

/** The most alternatives of a look-ahead that are read for their back references. */
const MAX_ALTERNATIVES = 50;

/** A group that captures. */
export type Group = Regex & { type: 'group' };

type Lookahead = Regex & { type: 'lookahead' };

/** Whether a back reference by number or name is to a group. */
export const refersTo = (to: string, { number, name }: Group): boolean =>
  to === name || to === String(number);

/** Whether a back reference is anywhere in a node. */
export const hasReference = (node: Regex): boolean => nodesOf(node).some(({ type }) => type === 'reference');

/**
 * The bounds that keep the back references of a negative look-ahead from ever matching. Undefined if there
 * are none, or if bounds cannot express one of them.
 */
export function differences(before: readonly Regex[], { of }: Lookahead): PatternBounds[] | undefined {
  const alternatives = alternativesOf(partsOf(of));
  const bounds = alternatives
    ?.filter((parts) => parts.some(hasReference))
    .map((parts) => differenceOf(before, parts));
  return bounds?.length && !bounds.includes(undefined) ? (bounds as PatternBounds[]) : undefined;
}

/** The sequences that a sequence with choices stands for; undefined if there are too many. */
function alternativesOf(parts: readonly Regex[]): (readonly Regex[])[] | undefined {
  const at = parts.findIndex((part) => isOpened(part) && hasReference(part));
  const part = parts[at];
  if (!part) return [parts];
  const all: (readonly Regex[])[] = [];
  for (const option of part.type === 'choice' ? part.options : inside(part)) {
    const found = alternativesOf([...parts.slice(0, at), ...partsOf(option), ...parts.slice(at + 1)]);
    // A hostile pattern has more than could ever be listed.
    if (!found || all.push(...found) > MAX_ALTERNATIVES) return undefined;
  }
  return all;
}

/** Whether what is inside a part must match where the part does. What is repeated matches at least once. */
function isOpened(part: Regex): boolean {
  if (part.type !== 'repeat') return part.type === 'choice' || part.type === 'group';
  return part.min > 0 && nodesOf(part.of).some(({ type }) => type === 'group');
}

/** The bound of the first group whose text a look-ahead asks for again, given what stands before it. */
function differenceOf(before: readonly Regex[], ahead: readonly Regex[]): PatternBounds | undefined {
  const parts = [...before, ...ahead];
  for (const [at, group] of parts.entries()) {
    if (group.type !== 'group' || !widthOf(group).min) continue;
    const after = parts.slice(at + 1);
    if (group.of.type === 'set' && isWhole(parts.slice(0, at), group, after)) return { isVaried: true };
    if (!timesIn(parts.slice(Math.max(at + 1, before.length)), group)) continue;
    const times = timesIn(after, group);
    const other = after.findIndex((part) => !refersOnlyTo(part, group));
    const inRow = timesIn(other < 0 ? after : after.slice(0, other), group);
    return times === inRow && group.of.type === 'set'
      ? { maxConsecutive: times }
      : { repeats: [{ characters: setOf(charactersIn(group)), max: times }] };
  }
  return undefined;
}

/** Whether `(.)\1+$` must match from the first to the last character. */
function isWhole(
  before: readonly Regex[],
  group: Group,
  [repeat, end, ...others]: readonly Regex[],
): boolean {
  const isLong = repeat?.type === 'repeat' && repeat.max === Infinity && refersOnlyTo(repeat, group);
  return isLong && end?.type === 'end' && !others.length && before.every(isAssertion);
}

/** Whether a node is back references to a group and nothing else. */
const refersOnlyTo = (node: Regex, group: Group): boolean =>
  node.type === 'repeat' || isAhead(node)
    ? refersOnlyTo(node.of, group)
    : node.type === 'reference' && refersTo(node.to, group);

const isAhead = (node: Regex): node is Lookahead => node.type === 'lookahead' && !node.negative;

/**
 * How often a text of a group must come again where a sequence matches. Look-aheads may see the same text, so
 * theirs do not add up.
 */
function timesIn(parts: readonly Regex[], group: Group): number {
  const taken = parts.reduce((sum, part) => sum + timesInPart(part, group), 0);
  return Math.max(taken, ...parts.filter(isAhead).map(({ of }) => timesIn(partsOf(of), group)));
}

function timesInPart(part: Regex, group: Group): number {
  if (part.type === 'reference') return Number(!part.ignoresCase && refersTo(part.to, group));
  if (isAssertion(part)) return 0;
  const times = inside(part).map((each) => timesIn(partsOf(each), group));
  if (part.type === 'choice') return Math.min(...times);
  return times.reduce((sum, each) => sum + each, 0) * (part.type === 'repeat' ? part.min : 1);
}
