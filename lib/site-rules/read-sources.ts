import { Budget } from './budget.ts';
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
  /**
   * Whether a rules text or pattern was not fully understood, or whether the budget of the page was spent
   * before all of the source was read. Sentences that are merely not understood have no effect.
   */
  readonly isUnread: boolean;
}

/** The part of the budget for what is learnt, so that something is left for the list and the page. */
const LEARNT = 1 / 3;

/** Reads all sources that exist, the most trusted first, within the budget of the page. */
export function readSources(raw: RawSources, budget = new Budget()): SourceReading[] {
  return [
    reading('length', lengthRule(raw)),
    ...(raw.pattern === undefined ? [] : [readPatternSource(raw.pattern, budget)]),
    ...readRulesSource('own', raw.own, budget),
    ...readRulesSource('passwordRules', raw.passwordRules, budget),
    readTextSource('learnt', raw.learnt, budget.share(LEARNT)),
    ...readRulesSource('list', raw.list, budget),
    readTextSource('text', raw.texts, budget),
  ];
}

const reading = (by: Source, rule: SiteRule | undefined, isUnread = false): SourceReading => ({
  by,
  bounds: rule ? boundsOf(rule) : [],
  isUnread,
});

function readPatternSource(pattern: string, budget: Budget): SourceReading {
  // Browsers ignore a pattern that they do not compile, but a server may check what its author meant.
  const rule = readPattern(pattern, budget);
  return reading('pattern', rule, !rule || rule.isLoosened);
}

function readTextSource(by: Source, texts: readonly string[] = [], budget: Budget): SourceReading {
  const rule = readVisibleText(texts, budget);
  return reading(by, rule, rule?.isLoosened);
}

function readRulesSource(by: Source, text: string | undefined, budget: Budget): SourceReading[] {
  if (text === undefined) return [];
  if (!budget.spend('characters', text.length)) return [reading(by, undefined, true)];
  const rules = readPasswordRules(text);
  return [reading(by, rules, rules.errors.length > 0)];
}

/** The length attributes as a rule. Some sites set them to 0, which means nothing. */
function lengthRule({ minLength, maxLength }: RawSources): SiteRule {
  const valid = (length: number | undefined) =>
    length !== undefined && Number.isInteger(length) && length > 0 ? length : undefined;
  return { allowed: PRINTABLE, required: [], minLength: valid(minLength), maxLength: valid(maxLength) };
}
