import type { Kind } from './options.ts';
import type { PasswordSet } from './password-set.ts';
import { countPins, hasNoSteps, isDate } from './pin-rules.ts';
import { below, brokenSource, MAX_DRAWS, type Pool } from './random.ts';

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
  const digits = digitsFrom(pool);
  return {
    ok: true,
    count: countPins(options),
    next() {
      for (let draw = 0; draw < MAX_DRAWS; draw++) {
        const pin = digits(options.length);
        if (hasNoSteps(pin, options) && !(options.avoidDates && isDate(pin))) return pin;
      }
      throw brokenSource();
    },
  };
}

/** Draws digits, six at a time: 3.1 bytes for 2.5 that are needed. */
function digitsFrom(pool: Pool): (length: number) => string {
  const triples = Array.from({ length: 1000 }, (_, i) => String(1000 + i).slice(1));
  return (length) => {
    let digits = '';
    for (let rest = length; rest > 0; rest -= 6) {
      const value = below(1e6, pool);
      const thousands = Math.floor(value / 1000);
      digits += (triples[thousands] as string) + (triples[value - 1000 * thousands] as string);
    }
    return digits.length === length ? digits : digits.slice(0, length);
  };
}
