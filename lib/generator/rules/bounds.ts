import { PRINTABLE } from './characters.ts';
import { parsePasswordRules } from './parse.ts';
import { readPattern } from './pattern.ts';
import type { Automaton, SiteRule } from './rule.ts';
import type { Bound, Source } from './sources.ts';
import { readVisibleText } from './visible-text.ts';

/** What is known about the passwords that a site accepts, as found: raw, unread and untrusted. */
export interface SiteSays {
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
export interface Heard {
  readonly by: Source;
  readonly bounds: readonly FullBound[];
  /** Whether it is in a form of its own and was not, or not all, understood. Sentences never are. */
  readonly isUnread: boolean;
}

/** Reads every source that says something, the most trusted first. */
export function hear(says: SiteSays): Heard[] {
  return [
    heard('length', lengthRule(says)),
    ...(says.pattern === undefined ? [] : [heardPattern(says.pattern)]),
    ...heardRules('own', says.own),
    ...heardRules('passwordRules', says.passwordRules),
    heard('learnt', readVisibleText(says.learnt ?? [])),
    ...heardRules('list', says.list),
    heard('text', readVisibleText(says.texts ?? [])),
  ];
}

const heard = (by: Source, rule: SiteRule | undefined, isUnread = false): Heard => ({
  by,
  bounds: rule ? boundsOf(rule) : [],
  isUnread,
});

function heardPattern(pattern: string): Heard {
  const rule = readPattern(pattern);
  return heard('pattern', rule, !rule);
}

function heardRules(by: Source, text: string | undefined): Heard[] {
  if (text === undefined) return [];
  const rules = parsePasswordRules(text);
  return [heard(by, rules, rules.errors.length > 0)];
}

/** The attributes as browsers read them. Some sites write 0, or a `minlength` above the `maxlength`. */
function lengthRule({ minLength, maxLength }: SiteSays): SiteRule {
  const said = (length: number | undefined) =>
    length !== undefined && Number.isInteger(length) && length > 0 ? length : undefined;
  return { allowed: PRINTABLE, required: [], minLength: said(minLength), maxLength: said(maxLength) };
}

/** A bound and, for a pattern, its machine. */
export type FullBound = Bound & { readonly automaton?: Automaton };

/** The bounds of a rule, the one least likely to be wrong first. A set that nothing can meet is none. */
export function boundsOf({ automaton, ...rule }: SiteRule): FullBound[] {
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
    ...(automaton ? [{ code: 'pattern' as const, automaton }] : []),
  ];
}
