/**
 * Whether a phrase matches inside words too: those with a `~`, and those of all but Latin letters, because
 * their words have prefixes or no spaces.
 */
export const isInfix = (entry: string): boolean => /^~|[^ -\u024f]/.test(entry);
