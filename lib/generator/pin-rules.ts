import type { PinOptions } from './pin.ts';

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
