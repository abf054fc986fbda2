import { Budget } from '../budget.ts';
import { intersection, NAMED_SETS, PRINTABLE, setOf, without } from '../characters.ts';
import type { SiteRule } from '../rule.ts';
import { underHeadings } from './headings.ts';
import { detectLanguage } from './languages/detect-language.ts';
import { readBarred, readCounted } from './read-barred.ts';
import { readClasses } from './read-classes.ts';
import { readEnds } from './read-ends.ts';
import { readLengths } from './read-lengths.ts';
import { readLimits } from './read-limits.ts';
import { readRepeats } from './read-repeats.ts';
import { relevant } from './relevant.ts';
import { linesOf, MAX_TEXT } from './sentences.ts';
import type { TextBounds } from './text-bounds.ts';
import { type Tokenizer, TooLong, tokenizerWithin } from './tokenizer.ts';

/** The rule of sentences. */
export interface TextRule extends SiteRule {
  /** Whether the texts are too long in sum, so that the rule is only that of the first. */
  readonly isLoosened?: true;
}

/**
 * Reads the rule in sentences near a field or in an error message, in eighteen languages. Words that are not
 * understood, and sentences about codes, names or days, have no effect. Undefined if no text sets a bound.
 * Accepts any text, and stops once the budget is spent.
 */
export function readVisibleText(texts: readonly string[], budget = new Budget()): TextRule | undefined {
  const bounds: TextBounds = { required: [], limited: [], runs: [], repeats: [], barred: '', unwanted: [] };
  const isWhole = readTexts(texts, bounds, budget);
  const { allowed, required, ...rest } = ruleOf(bounds);
  const isEmpty = !required.length && allowed === PRINTABLE && !Object.values(rest).some(Boolean);
  return isEmpty && isWhole
    ? undefined
    : { allowed, required, ...rest, ...(!isWhole && { isLoosened: true }) };
}

/** Reads the texts one after the other; false if they are too long in sum. */
function readTexts(texts: readonly string[], bounds: TextBounds, budget: Budget): boolean {
  const tokensOf = tokenizerWithin(budget);
  try {
    return texts.every((text) => {
      const isLeft = budget.spend('characters', 1 + Math.min(text.length, MAX_TEXT));
      if (isLeft) readText(text, bounds, tokensOf);
      return isLeft;
    });
  } catch (error) {
    if (error instanceof TooLong) return false;
    throw error;
  }
}

function readText(text: string, bounds: TextBounds, tokensOf: Tokenizer): void {
  const lines = linesOf(text);
  const words = detectLanguage(lines.flat().join('\n'), tokensOf);
  if (!words) return;
  const negated = words.negated === undefined ? undefined : new RegExp(words.negated, 'u');
  for (const sentence of underHeadings(lines, words, tokensOf)) {
    const all = tokensOf(sentence, words);
    const tokens = relevant(all);
    const others = readLimits(readEnds(readRepeats(tokens, bounds), bounds, negated), bounds);
    readLengths(others, bounds);
    readClasses(others, bounds);
    readCounted(others, bounds);
    // “No digits from your birthday” bars none.
    if (!all.some(({ kind }) => kind === 'stop')) readBarred(others, bounds);
  }
}

function ruleOf({ only = PRINTABLE, barred: signs, unwanted, specials, ...rest }: TextBounds): SiteRule {
  const { special = '' } = NAMED_SETS;
  const unlisted = specials === undefined ? '' : without(special, specials);
  const needed = [...rest.required.map(({ characters }) => characters), ...(specials ? [specials] : [])];
  const isRequired = (set: string) => needed.some((each) => !without(each, set));
  const barred = signs + unwanted.filter((set) => !isRequired(set)).join('');
  const allowed = without(only === PRINTABLE ? only : setOf(only + (specials ?? '')), unlisted + barred);
  const sets = rest.required.map(({ characters, min }) => ({
    characters: intersection(characters, allowed),
    min,
  }));
  const some = <Value>(values: readonly Value[]) => (values.length > 0 ? values : undefined);
  return {
    ...rest,
    limited: some(rest.limited),
    runs: some(rest.runs),
    repeats: some(rest.repeats),
    allowed,
    required: sets.filter(({ characters }) => characters),
  };
}
