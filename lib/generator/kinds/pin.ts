import { brokenSource, MAX_DRAWS, type Pool } from '../random.ts';
import type { PasswordSet } from '../sampling/password-set.ts';
import { multiplyHigh, takeWord } from '../sampling/random-words.ts';
import type { Kind } from './options.ts';

/** What a person asks of a PIN. */
export interface PinOptions {
  /** 3 to 32 digits. */
  readonly length: number;
  /** No three digits in a row of which each is one more, or each one less, than the one before: `123`, `321`. */
  readonly avoidRuns: boolean;
  /** No digit three times in a row: `111`. */
  readonly avoidRepeats: boolean;
  /** Nothing that looks like a date (`isDate`): a rule for PINs of 4, 6 and 8 digits, others are none. */
  readonly avoidDates: boolean;
}

export const PIN = {
  defaults: { length: 6, avoidRuns: false, avoidRepeats: false, avoidDates: false },
  rules: { length: [3, 32] },
} as const satisfies Kind;

/** Every PIN that the options leave, each equally likely: digits are drawn until they are one, mostly the first. */
export function pinSet(options: PinOptions, pool: Pool): PasswordSet {
  const { length } = options;
  const digits = digitsFrom(pool);
  return {
    ok: true,
    count: countPins(options),
    next() {
      for (let draw = 0; draw < MAX_DRAWS; draw++) {
        const pin = digits(length);
        if (!isForbidden(pin, options)) return pin;
      }
      throw brokenSource();
    },
  };
}

/** 2^32 mod 10^6: words of which the last fraction is below are drawn anew. */
export const REJECT_BELOW = 967_296;

/** Draws digits, six from each 32-bit word: twice a thousandth. */
function digitsFrom(pool: Pool): (length: number) => string {
  const triples = Array.from({ length: 1000 }, (_, i) => String(1000 + i).slice(1));
  const six = (): string => {
    for (let draw = 0; draw < MAX_DRAWS; draw++) {
      const word = takeWord(pool);
      const rest = Math.imul(word, 1000);
      if (Math.imul(rest, 1000) >>> 0 < REJECT_BELOW) continue;
      return (triples[multiplyHigh(word, 1000)] as string) + (triples[multiplyHigh(rest, 1000)] as string);
    }
    throw brokenSource();
  };
  return (length) => {
    let digits = six();
    while (digits.length < length) digits += six();
    return digits.length === length ? digits : digits.slice(0, length);
  };
}

/** Whether the options forbid a PIN. What they say of runs and repeats holds for every three digits of it. */
export function isForbidden(pin: string, { avoidRuns, avoidRepeats, avoidDates }: PinOptions): boolean {
  const step = (i: number) => Number(pin[i]) - Number(pin[i - 1]);
  for (let i = 2; (avoidRuns || avoidRepeats) && i < pin.length; i++) {
    if (step(i) === step(i - 1) && (step(i) ? avoidRuns && step(i) ** 2 === 1 : avoidRepeats)) return true;
  }
  return avoidDates && isDate(pin);
}

/** What a pair of digits can be in a date: a month or day, a century (19, 20) or day, a day, or nothing of these. */
function sortOf(pair: string): string {
  const value = Number(pair);
  if (value === 0 || value > 31) return 'x';
  return value <= 12 ? 'm' : value === 19 || value === 20 ? 'c' : 'd';
}

/** The sorts of the pairs that a PIN begins with, and a digit that is left over. */
const sortsOf = (pin: string) => pin.replace(/../g, sortOf);

/**
 * Dates, as sorts of pairs: DDMM or MMDD, alone or before a year of two or four digits; MMDD after such a year; and
 * the years from 1900 to 2099 alone. Days go to 31 in every month.
 */
const DATE = /^(([dmc]m|m[dmc])(c?\D)?|c?\Dm[dmc]|c\D)$/;

/** Whether these digits look like a date. Only 4, 6 or 8 digits do. */
export function isDate(pin: string): boolean {
  return DATE.test(sortsOf(pin));
}

/**
 * The exact number of PINs that the options leave, digit by digit. In how many ways a beginning can go on depends
 * only on its last two digits, and on its sorts where dates are avoided: others alike are not counted again.
 */
export function countPins(options: PinOptions): bigint {
  const { length, avoidDates } = options;
  const dates = avoidDates && length <= 8;
  const known = new Map<string, bigint>();
  const endings = (pin: string): bigint => {
    if (isForbidden(pin.slice(-3), options)) return 0n;
    if (pin.length === length) return BigInt(!isForbidden(pin, options));
    const key = pin.length + pin.slice(-2) + (dates && sortsOf(pin));
    let count = known.get(key);
    if (count === undefined) {
      count = 0n;
      for (let digit = 0; digit < 10; digit++) count += endings(pin + digit);
      known.set(key, count);
    }
    return count;
  };
  return endings('');
}
