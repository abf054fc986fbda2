/** A group with the scores of its candidates. */
export interface ScoredGroup {
  readonly candidates: readonly { readonly score: number }[];
}

/**
 * How much less likely, in log odds, the first group of a page may be than the likeliest and still be taken: pages
 * hold copies of their forms further down, for other moments.
 */
const FIRST_MARGIN = 3;

/** The group that a new password belongs into when nobody pointed at one; none where no candidate takes one. */
export function likeliestGroup<Of extends ScoredGroup>(groups: readonly Of[]): Of | undefined {
  const best = (group: ScoredGroup) => Math.max(...group.candidates.map(({ score }) => score));
  const most = Math.max(...groups.map(best));
  return groups.find((group) => best(group) > Math.max(0, most - FIRST_MARGIN));
}

/**
 * The candidates of a group that take the new password: one, and perhaps the next to confirm it. No form asks for more;
 * where more seem to, as where a recovery phrase is typed into password fields, the likeliest two in a row do.
 */
export function fieldsToFill<Of extends { readonly score: number }>(candidates: readonly Of[]): Of[] {
  const takers = candidates.filter(({ score }) => score > 0);
  const pairs = takers.map((one, at) => one.score + (takers[at + 1]?.score ?? 0));
  const from = pairs.indexOf(Math.max(...pairs));
  return takers.slice(from, from + 2);
}
