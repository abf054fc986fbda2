/** Anything with the score of a candidate. */
interface Scored {
  readonly score: number;
}

/**
 * How far the score of a page's first group may lie below the best one, in log odds, so that the first is
 * still chosen. Pages repeat their forms further down for other moments.
 */
const FIRST_MARGIN = 3;

/** Chooses the group to fill by score alone; `undefined` if no candidate takes a new password. */
export function likeliestGroup<Of extends { readonly candidates: readonly Scored[] }>(
  groups: readonly Of[],
): Of | undefined {
  const best = ({ candidates }: Of) => Math.max(...candidates.map(({ score }) => score));
  const highest = Math.max(...groups.map(best));
  return groups.find((group) => best(group) > Math.max(0, highest - FIRST_MARGIN));
}

/**
 * Chooses the candidates of a group to fill, which are one and perhaps the next to confirm it. No form asks
 * for more, but a recovery phrase is typed into many password fields; then the likeliest two in a row are
 * chosen.
 */
export function fieldsToFill<Of extends Scored>(candidates: readonly Of[]): Of[] {
  const likely = candidates.filter(({ score }) => score > 0);
  const pairScores = likely.map((one, at) => one.score + (likely[at + 1]?.score ?? 0));
  const start = pairScores.indexOf(Math.max(...pairScores));
  return likely.slice(start, start + 2);
}
