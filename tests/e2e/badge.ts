/** What the badge shows for a fill; the same in every language. */
export const BADGE = { filled: '✓', problem: '!' } as const;
