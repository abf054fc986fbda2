import type { Kind } from './options.ts';
import type { PasswordSet } from './password-set.ts';
import { countPins, isForbidden } from './pin-rules.ts';
import { brokenSource, MAX_DRAWS, type Pool } from './random.ts';
import { takeWord, whole } from './words.ts';

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
export const LEAST = 967_296;

/** Draws digits, six from each 32-bit word: twice a thousandth. */
function digitsFrom(pool: Pool): (length: number) => string {
  const triples = Array.from({ length: 1000 }, (_, i) => String(1000 + i).slice(1));
  const six = (): string => {
    for (let draw = 0; draw < MAX_DRAWS; draw++) {
      const word = takeWord(pool);
      const rest = Math.imul(word, 1000);
      if (Math.imul(rest, 1000) >>> 0 < LEAST) continue;
      return (triples[whole(word, 1000)] as string) + (triples[whole(rest, 1000)] as string);
    }
    throw brokenSource();
  };
  return (length) => {
    let digits = six();
    while (digits.length < length) digits += six();
    return digits.length === length ? digits : digits.slice(0, length);
  };
}
