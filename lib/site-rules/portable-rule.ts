import type { MergedRule } from './merge.ts';
import type { SiteRule } from './rule.ts';

/** A merged rule on its way to the popup: the machine of a pattern stays behind, its text goes instead. */
export interface PortableRule extends Omit<MergedRule, 'rule'> {
  readonly rule: Omit<SiteRule, 'patternDfa'>;
  /** The pattern whose machine belongs to the rule. */
  readonly pattern?: string;
}

/** What can travel of a merged rule; `pattern` is the text that its machine was read from. */
export function toPortable(merged: MergedRule, pattern: string | undefined): PortableRule {
  const { patternDfa, ...rule } = merged.rule;
  return { ...merged, rule, ...(patternDfa && pattern !== undefined && { pattern }) };
}

/** The rule that was told of, whole again. The reader of patterns is loaded only if there is one. */
export async function fromPortable({ pattern, ...told }: PortableRule): Promise<MergedRule> {
  if (pattern === undefined) return told;
  const { readPattern } = await import('./pattern/read-pattern.ts');
  return { ...told, rule: { ...told.rule, patternDfa: readPattern(pattern)?.patternDfa } };
}
