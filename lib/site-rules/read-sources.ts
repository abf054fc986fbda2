import { PRINTABLE } from './characters.ts';
import { readPasswordRules } from './passwordrules/parse.ts';
import { readPattern } from './pattern/read-pattern.ts';
import type { SiteRule, Source } from './rule.ts';
import { boundsOf, type SourceBound } from './rule-bounds.ts';
import { readVisibleText } from './visible-text/read-visible-text.ts';

/** The raw, untrusted sources about the passwords that a site accepts. */
export interface RawSources {
  /** The field's `minlength` and `maxlength` in characters. Only whole numbers above 0 count. */
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  /** The field's `pattern`. */
  readonly pattern?: string | undefined;
  /** The person's own rules text for the site. */
  readonly own?: string | undefined;
  /** The field's `passwordrules`. */
  readonly passwordRules?: string | undefined;
  /** The lines of an error that the site showed after a fill. */
  readonly learnt?: readonly string[] | undefined;
  /** The site's rules text in the bundled list: `rulesForHost`. */
  readonly list?: string | undefined;
  /** The texts near the field, including its label and description. */
  readonly texts?: readonly string[] | undefined;
}

/** The bounds of one source. */
export interface SourceReading {
  readonly by: Source;
  readonly bounds: readonly SourceBound[];
  /** Whether a rules text or pattern was not fully understood. Always false for sentences. */
  readonly isUnread: boolean;
}

/** Reads all sources that exist, the most trusted first. */
export function readSources(raw: RawSources): SourceReading[] {
  return [
    reading('length', lengthRule(raw)),
    ...(raw.pattern === undefined ? [] : [readPatternSource(raw.pattern)]),
    ...readRulesSource('own', raw.own),
    ...readRulesSource('passwordRules', raw.passwordRules),
    reading('learnt', readVisibleText(raw.learnt ?? [])),
    ...readRulesSource('list', raw.list),
    reading('text', readVisibleText(raw.texts ?? [])),
  ];
}

const reading = (by: Source, rule: SiteRule | undefined, isUnread = false): SourceReading => ({
  by,
  bounds: rule ? boundsOf(rule) : [],
  isUnread,
});

function readPatternSource(pattern: string): SourceReading {
  // Browsers ignore a pattern that they do not compile, but a server may check what its author meant.
  const rule = readPattern(pattern);
  return reading('pattern', rule, !rule || rule.isLoosened);
}

function readRulesSource(by: Source, text: string | undefined): SourceReading[] {
  if (text === undefined) return [];
  const rules = readPasswordRules(text);
  return [reading(by, rules, rules.errors.length > 0)];
}

/** The length attributes as a rule. Some sites set them to 0, which means nothing. */
function lengthRule({ minLength, maxLength }: RawSources): SiteRule {
  const valid = (length: number | undefined) =>
    length !== undefined && Number.isInteger(length) && length > 0 ? length : undefined;
  return { allowed: PRINTABLE, required: [], minLength: valid(minLength), maxLength: valid(maxLength) };
}
