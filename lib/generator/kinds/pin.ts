import { brokenSource, MAX_DRAWS, type Pool } from '../random.ts';
import type { PasswordSet } from '../sampling/password-set.ts';
import { multiplyHigh, takeWord } from '../sampling/random-words.ts';
import type { Kind } from './options.ts';

/** The options of a PIN. */
export interface PinOptions {
  /** 3 to 32 digits. */
  readonly length: number;
  /** Excludes three digits that count up or down: `123`, `321`. */
  readonly avoidRuns: boolean;
  /** Excludes a digit three times in a row: `111`. */
  readonly avoidRepeats: boolean;
  /** Excludes dates (`isDate`), which only PINs of 4, 6 and 8 digits can be. */
  readonly avoidDates: boolean;
}

export const PIN = {
  defaults: { length: 6, avoidRuns: false, avoidRepeats: false, avoidDates: false },
  rules: { length: [3, 32] },
} as const satisfies Kind;

/** The set of PINs that the options admit. Digits are drawn again while the options forbid them. */
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

/** 2^32 mod 10^6. A word whose last fraction is below this is drawn again. */
export const REJECT_BELOW = 967_296;

/** Draws six digits from each 32-bit word, as two numbers below a thousand. */
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

/** Whether the options forbid a PIN. Their rules for runs and repeats apply to every three digits. */
export function isForbidden(pin: string, { avoidRuns, avoidRepeats, avoidDates }: PinOptions): boolean {
  const step = (i: number) => Number(pin[i]) - Number(pin[i - 1]);
  for (let i = 2; (avoidRuns || avoidRepeats) && i < pin.length; i++) {
    if (step(i) === step(i - 1) && (step(i) ? avoidRuns && step(i) ** 2 === 1 : avoidRepeats)) return true;
  }
  return avoidDates && isDate(pin);
}

/** The part of a date that two digits can be: month or day (m), century or day (c), a day (d), none (x). */
function datePart(pair: string): string {
  const value = Number(pair);
  if (value === 0 || value > 31) return 'x';
  return value <= 12 ? 'm' : value === 19 || value === 20 ? 'c' : 'd';
}

/** The date parts of a PIN's pairs of digits, and a digit that is left over. */
const datePartsOf = (pin: string) => pin.replace(/../g, datePart);

/**
 * Dates as date parts: DDMM or MMDD, alone or before a year of two or four digits; MMDD after such a year;
 * and the years from 1900 to 2099 alone. Every month has 31 days.
 */
const DATE = /^(([dmc]m|m[dmc])(c?\D)?|c?\Dm[dmc]|c\D)$/;

/** Whether digits look like a date. Only 4, 6 or 8 digits can. */
export function isDate(pin: string): boolean {
  return DATE.test(datePartsOf(pin));
}

/**
 * The exact number of PINs that the options admit, counted digit by digit. The endings of a prefix depend
 * only on its last two digits, and on its date parts where dates are avoided. So prefixes that agree in them
 * are counted once.
 */
function countPins(options: PinOptions): bigint {
  const { length, avoidDates } = options;
  const dates = avoidDates && length <= 8;
  const known = new Map<string, bigint>();
  const endings = (pin: string): bigint => {
    if (isForbidden(pin.slice(-3), options)) return 0n;
    if (pin.length === length) return BigInt(!isForbidden(pin, options));
    const key = pin.length + pin.slice(-2) + (dates && datePartsOf(pin));
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
