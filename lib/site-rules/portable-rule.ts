import type { MergedRule } from './merge.ts';
import type { SiteRule } from './rule.ts';

/** A merged rule in a message, with the text of a pattern instead of its DFA, which is large. */
export interface PortableRule extends Omit<MergedRule, 'rule'> {
  readonly rule: Omit<SiteRule, 'patternDfa'>;
  /** The pattern whose DFA belongs to the rule. */
  readonly pattern?: string;
}

/** Makes a merged rule portable. `pattern` is the text of its DFA. */
export function toPortable(merged: MergedRule, pattern: string | undefined): PortableRule {
  const { patternDfa, ...rule } = merged.rule;
  return { ...merged, rule, ...(patternDfa && pattern !== undefined && { pattern }) };
}

/**
 * Restores a portable rule. The reader of patterns is loaded only if the rule has one. It pauses before and
 * after reading, so that a page that shows the rule stands still for neither that nor what it does next.
 */
export async function fromPortable(
  { pattern, ...merged }: PortableRule,
  pause: () => Promise<void> = async () => {},
): Promise<MergedRule> {
  if (pattern === undefined) return merged;
  const { readPattern } = await import('./pattern/read-pattern.ts');
  await pause();
  const patternDfa = readPattern(pattern)?.patternDfa;
  await pause();
  return { ...merged, rule: { ...merged.rule, patternDfa } };
}
