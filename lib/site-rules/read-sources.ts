import { PRINTABLE } from './characters.ts';
import { parsePasswordRules } from './passwordrules/parse.ts';
import { readPattern } from './pattern/read-pattern.ts';
import type { Bound, PatternDfa, SiteRule, Source } from './rule.ts';
import { readVisibleText } from './visible-text/read-visible-text.ts';

/** What is known about the passwords that a site accepts, as found: raw, unread and untrusted. */
export interface RawSources {
  /** `minlength` and `maxlength` of the field, in characters; what is no whole number above 0 says nothing. */
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  /** The field's `pattern`. */
  readonly pattern?: string | undefined;
  /** A rules text that the person keeps for the site. */
  readonly own?: string | undefined;
  /** The field's `passwordrules`. */
  readonly passwordRules?: string | undefined;
  /** Sentences of an error that the site has shown after a fill. */
  readonly learnt?: readonly string[] | undefined;
  /** The site's rules text in the bundled list: `rulesForHost`. */
  readonly list?: string | undefined;
  /** The texts near the field, those of its label and description too. */
  readonly texts?: readonly string[] | undefined;
}

/** What a source says. */
export interface SourceReading {
  readonly by: Source;
  readonly bounds: readonly FullBound[];
  /** Whether it is in a form of its own and was not, or not all, understood. Sentences never are. */
  readonly isUnread: boolean;
}

/** Reads every source that says something, the most trusted first. */
export function readSources(says: RawSources): SourceReading[] {
  return [
    reading('length', lengthRule(says)),
    ...(says.pattern === undefined ? [] : [readPatternSource(says.pattern)]),
    ...readRulesSource('own', says.own),
    ...readRulesSource('passwordRules', says.passwordRules),
    reading('learnt', readVisibleText(says.learnt ?? [])),
    ...readRulesSource('list', says.list),
    reading('text', readVisibleText(says.texts ?? [])),
  ];
}

const reading = (by: Source, rule: SiteRule | undefined, isUnread = false): SourceReading => ({
  by,
  bounds: rule ? boundsOf(rule) : [],
  isUnread,
});

function readPatternSource(pattern: string): SourceReading {
  const rule = readPattern(pattern);
  return reading('pattern', rule, !rule);
}

function readRulesSource(by: Source, text: string | undefined): SourceReading[] {
  if (text === undefined) return [];
  const rules = parsePasswordRules(text);
  return [reading(by, rules, rules.errors.length > 0)];
}

/** The attributes as browsers read them. Some sites write 0, or a `minlength` above the `maxlength`. */
function lengthRule({ minLength, maxLength }: RawSources): SiteRule {
  const said = (length: number | undefined) =>
    length !== undefined && Number.isInteger(length) && length > 0 ? length : undefined;
  return { allowed: PRINTABLE, required: [], minLength: said(minLength), maxLength: said(maxLength) };
}

/** A bound and, for a pattern, its machine. */
export type FullBound = Bound & { readonly patternDfa?: PatternDfa };

/** The bounds of a rule, the one least likely to be wrong first. A set that nothing can meet is none. */
export function boundsOf({ patternDfa, ...rule }: SiteRule): FullBound[] {
  const { allowed, required, notFirst: first, notLast: last } = rule;
  const number = (code: 'max_length' | 'min_length' | 'max_consecutive', value: number | undefined) =>
    value === undefined ? [] : [{ code, value }];
  const set = (code: 'allowed' | 'not_first' | 'not_last', characters: string | undefined) =>
    characters ? [{ code, characters }] : [];
  return [
    ...number('max_length', rule.maxLength),
    ...(allowed === PRINTABLE ? [] : set('allowed', allowed)),
    ...required
      .filter(({ characters }) => characters)
      .map(({ characters, min }) => ({ code: 'required' as const, characters, min })),
    ...number('min_length', rule.minLength),
    ...number('max_consecutive', rule.maxConsecutive),
    ...set('not_first', first),
    ...set('not_last', last),
    ...(patternDfa ? [{ code: 'pattern' as const, patternDfa }] : []),
  ];
}
