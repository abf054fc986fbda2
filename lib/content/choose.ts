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
