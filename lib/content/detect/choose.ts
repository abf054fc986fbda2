import type { Signal } from './signals.ts';

/** Anything with the score and the signals of a candidate. */
interface Scored {
  readonly score: number;
  readonly signals: ReadonlySet<Signal>;
}

const has =
  (signal: Signal) =>
  ({ signals }: Scored) =>
    signals.has(signal);
const isPassword = has('type:password');
const isRepeat = has('topics:repeat');
const isFresh = has('topics:fresh');
const isCalledCurrent = has('topics:current');
const isDeclared = has('autocomplete:new-password');
const isDeclaredCurrent = has('autocomplete:current-password');

/**
 * How far the score of a page's first group may lie below the best one, in log odds, so that the first is
 * still chosen. Pages repeat their forms further down for other moments.
 */
const FIRST_MARGIN = 3;

/** The score of a group that is likely by itself; a less likely one is not chosen before the best one. */
const LIKELY = 1.5;
/** The score of a group that is as good as certain; it is chosen before any that follows. */
const CERTAIN = 3.5;

/**
 * Chooses the group to fill by score alone; `undefined` if no candidate takes a new password. Groups with a
 * password field come before those with text fields alone.
 */
export function likeliestGroup<Of extends { readonly candidates: readonly Scored[] }>(
  groups: readonly Of[],
): Of | undefined {
  const likely = groups.filter((group) => best(group) > 0);
  const withPasswords = likely.filter(({ candidates }) => candidates.some(isPassword));
  const ranked = withPasswords.length > 0 ? withPasswords : likely;
  const highest = Math.max(...ranked.map(best));
  const least = Math.min(highest, CERTAIN, Math.max(LIKELY, highest - FIRST_MARGIN));
  return ranked.find((group) => best(group) >= least);
}

const best = ({ candidates }: { readonly candidates: readonly Scored[] }) =>
  Math.max(...candidates.map(({ score }) => score));

/**
 * Chooses the candidates of a group to fill, which are one and perhaps another to confirm it. No form asks
 * for more, but a recovery phrase is typed into many password fields; then the likeliest two in a row are
 * chosen, and `chosen` is one of them if it is likely.
 */
export function fieldsToFill<Of extends Scored>(candidates: readonly Of[], chosen?: Of): Of[] {
  const open = candidates.filter((one) => !isCurrent(one, candidates));
  const likely = open.filter((one) => one.score > 0 || (one === chosen && isEqual(one, open)));
  const [only] = likely;
  if (only && likely.length === 1) {
    const pair = withPartner(only, open, candidates);
    return sumOf(pair) > 0 ? pair : [];
  }
  const pairs = likely.slice(1).map((second, at) => [likely[at] as Of, second]);
  const withChosen = pairs.filter((pair) => chosen && pair.includes(chosen));
  return bestPair(withChosen.length > 0 ? withChosen : pairs);
}

/**
 * Returns a field that a person chose with its partner, likely or not. In place of a current password its
 * form's new one is returned, if it has one.
 */
export function fieldsWith<Of extends Scored>(candidates: readonly Of[], chosen: Of): Of[] {
  const likely = fieldsToFill(candidates, chosen);
  const open = candidates.filter((one) => !isCurrent(one, candidates));
  if (likely.includes(chosen) || (likely.length > 0 && !open.includes(chosen))) return likely;
  const one = open.includes(chosen) ? chosen : open.find(isFresh);
  return one ? withPartner(one, open) : [chosen];
}

function bestPair<Of extends Scored>(pairs: readonly Of[][]): Of[] {
  const highest = Math.max(...pairs.map(sumOf));
  return pairs.find((pair) => sumOf(pair) === highest) ?? [];
}

const sumOf = (pair: readonly Scored[]) => pair.reduce((sum, { score }) => sum + score, 0);

/**
 * Returns the field with the one that confirms it or that it confirms, because a form is sent only if both
 * hold the same. A confirm field whose partner can't be filled is left empty.
 */
function withPartner<Of extends Scored>(one: Of, open: readonly Of[], all: readonly Of[] = open): Of[] {
  const at = open.indexOf(one);
  if (!isRepeat(one)) {
    const next = open[at + 1];
    return next && isRepeat(next) ? [one, next] : [one];
  }
  const partner = open[at - 1] ?? open[at + 1];
  if (partner) return at > 0 ? [partner, one] : [one, partner];
  return all.length > 1 ? [] : [one];
}

/** Whether as much speaks for this field by its own words and attributes as for each likely one beside it. */
function isEqual<Of extends Scored>(one: Of, others: readonly Of[]): boolean {
  const likely = others.filter(({ score }) => score > 0);
  const areAll = (is: (one: Scored) => boolean) => likely.length > 1 && is(one) && likely.every(is);
  return areAll(isDeclared) || areAll(isFresh);
}

/**
 * Whether the words or the `autocomplete` of a field tell it apart from the others of its form as the current
 * password: it is called so, or it is a plain password beside a new one.
 */
function isCurrent(one: Scored, all: readonly Scored[]): boolean {
  if (isFresh(one)) return false;
  if (one.signals.has('label:current') || one.signals.has('placeholder:current')) return true;
  if (isRepeat(one)) return false;
  const others = all.filter((other) => other !== one);
  // In names the word can stand for the user, but not in the name of one field alone.
  if (isCalledCurrent(one) && !others.every(isCalledCurrent)) return true;
  if (isDeclared(one)) return false;
  if (isDeclaredCurrent(one)) return others.some(isDeclared);
  return others.some((other) => isFresh(other) && !isRepeat(other) && !isDeclaredCurrent(other));
}

/** How many fields a form can have whose purpose nothing tells: an old password, a new one and its repeat. */
const MOST_UNTOLD = 3;

/** Whether the group has many fields and nothing that says which of them takes a new password. */
export function isUnclear({ candidates }: { readonly candidates: readonly Scored[] }): boolean {
  return (
    candidates.length > MOST_UNTOLD &&
    !candidates.some(({ signals }) => TELLING.test([...signals].join('\n')))
  );
}

/** What tells the purpose of fields. A repeat in a name tells nothing, because “second” may count fields. */
const TELLING =
  /^autocomplete:|^(?!topics:repeat)(topics|label|placeholder|heading|button|form|title):(fresh|repeat|current|signup|login|change)$/m;
