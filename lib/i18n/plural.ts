import { type MessageKey, message, uiLanguage } from './message.ts';

/** The plural categories that have a key of their own; `other` is the key without an ending. */
type PluralCategory = Exclude<Intl.LDMLPluralRule, 'other'>;

/** A key that isn't itself the plural form of another key. */
export type PluralKey = Exclude<MessageKey, `${MessageKey}_${PluralCategory}`>;

/**
 * The message in its form for a number, such as `popup_fill_one` for 1. The language of the messages decides,
 * because a browser in another language may show them. Without substitutions `$1` is the number.
 */
export function plural(key: PluralKey, number: number, ...substitutions: string[]): string {
  const values = substitutions.length ? substitutions : [formatNumber(number)];
  const category = new Intl.PluralRules(uiLanguage()).select(number);
  // The keys are typed by the English file, which lacks the forms that only other languages have.
  const form = category === 'other' ? '' : message(`${key}_${category}` as MessageKey, ...values);
  return form || message(key, ...values);
}

/** A number as the language of the messages writes it, with three decimals at most. */
export function formatNumber(number: number): string {
  return number.toLocaleString(uiLanguage());
}

/** A number with one decimal as the language of the messages writes it, such as 104.6 or 104,6. */
export function formatDecimal(number: number): string {
  const one = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return number.toLocaleString(uiLanguage(), one);
}
