import { describe, expect, it } from 'vitest';
import { compile, type GenerateRequest, generate, type PinOptions } from '../../../../lib/generator/index.ts';
import { isDate } from '../../../../lib/generator/kinds/pin.ts';
import { seededRandom } from '../../../support/scripted-random.ts';

const compiled = (options: Partial<PinOptions>) => {
  const result = compile({ kind: 'pin', ...options }, seededRandom(3));
  if (!result.ok) throw new Error(result.error.message);
  return result;
};

const everyPin = (length: number) =>
  Array.from({ length: 10 ** length }, (_, i) => String(i).padStart(length, '0'));

/** The rules again, written in another way. */
const RUN = /012|123|234|345|456|567|678|789|987|876|765|654|543|432|321|210/;
const REPEAT = /(\d)\1\1/;
const day = '(0[1-9]|[12]\\d|3[01])';
const month = '(0[1-9]|1[0-2])';
const year = '(19|20)\\d\\d';
const DATES: Record<number, RegExp> = {
  4: new RegExp(`^(${day}${month}|${month}${day}|${year})$`),
  6: new RegExp(`^(${day}${month}\\d\\d|${month}${day}\\d\\d|\\d\\d${month}${day})$`),
  8: new RegExp(`^(${day}${month}${year}|${month}${day}${year}|${year}${month}${day})$`),
};
const allowed = (pin: string, { avoidRuns, avoidRepeats, avoidDates }: Partial<PinOptions>) =>
  !(avoidRuns && RUN.test(pin)) &&
  !(avoidRepeats && REPEAT.test(pin)) &&
  !(avoidDates && DATES[pin.length]?.test(pin));

const OPTIONS: Partial<PinOptions>[] = [
  {},
  { avoidRuns: true },
  { avoidRepeats: true },
  { avoidDates: true },
  { avoidRuns: true, avoidRepeats: true, avoidDates: true },
];

describe('a PIN', () => {
  it('is six digits by default, each of a million equally likely', () => {
    expect(compiled({})).toMatchObject({ count: 1_000_000n, entropyBits: 19.9, strength: 'very_weak' });
    expect(compiled({ length: 32 }).count).toBe(10n ** 32n);
    for (const length of [3, 6, 7, 12, 32]) {
      expect(compiled({ length }).next()).toMatch(new RegExp(`^\\d{${length}}$`));
    }
  });

  it.each([3, 4, 5, 6].flatMap((length) => OPTIONS.map((options) => ({ length, ...options }))))(
    'is counted exactly: %j',
    { timeout: 60_000 },
    (options) => {
      const left = everyPin(options.length).filter((pin) => allowed(pin, options));
      expect(compiled(options).count).toBe(BigInt(left.length));
    },
  );

  it('is counted exactly without the dates of eight digits', () => {
    const seen = new Set<string>();
    const two = (value: number) => String(value).padStart(2, '0');
    for (let y = 1900; y < 2100; y++) {
      for (let m = 1; m <= 12; m++) {
        for (let d = 1; d <= 31; d++) {
          for (const pin of [two(d) + two(m) + y, two(m) + two(d) + y, y + two(m) + two(d)]) seen.add(pin);
        }
      }
    }
    expect(compiled({ length: 8, avoidDates: true }).count).toBe(10n ** 8n - BigInt(seen.size));
    expect([...seen].every(isDate)).toBe(true);
    const alsoPlain = [...seen].filter((pin) => allowed(pin, { avoidRuns: true, avoidRepeats: true })).length;
    const plain = compiled({ length: 8, avoidRuns: true, avoidRepeats: true }).count;
    const both = compiled({ length: 8, avoidRuns: true, avoidRepeats: true, avoidDates: true }).count;
    expect(plain - both).toBe(BigInt(alsoPlain));
  });

  it.each(OPTIONS)('is drawn uniformly from what is left: %j', { timeout: 60_000 }, (options) => {
    const left = everyPin(4).filter((pin) => allowed(pin, options));
    const seen = new Map(left.map((pin) => [pin, 0]));
    const { next } = compiled({ length: 4, ...options });
    const draws = 50 * left.length;
    for (let i = 0; i < draws; i++) {
      const pin = next();
      seen.set(pin, (seen.get(pin) as number) + 1);
    }
    const statistic = [...seen.values()].reduce((sum, times) => sum + (times - 50) ** 2 / 50, 0);
    expect(Math.abs(statistic - left.length + 1)).toBeLessThan(6 * Math.sqrt(2 * left.length));
  });

  it('of other lengths is never a date', () => {
    for (const pin of ['010', '01011', '0101199', '010119990', '0101199001']) expect(isDate(pin)).toBe(false);
  });

  it.each([
    [{ length: 2 }, 'out_of_range', 'length'],
    [{ length: 33 }, 'out_of_range', 'length'],
    [{ avoidRuns: 'yes' }, 'not_a_boolean', 'avoidRuns'],
  ])('refuses %j with %s of %s', (options, code, option) => {
    const asked = { kind: 'pin', ...options } as GenerateRequest;
    expect(generate(asked)).toMatchObject({ ok: false, error: { code, option } });
  });

  it('throws, and does not hang, if every word is rejected', () => {
    const inTurn = (words: readonly number[]) => (bytes: Uint8Array<ArrayBuffer>) => {
      new Uint32Array(bytes.buffer).forEach((_, i, all) => {
        all[i] = words[i & 1] as number;
      });
    };
    // The last fraction of both words is too small. The source counts as sound because the words differ.
    expect(() => generate({ kind: 'pin' }, inTurn([0, 4295]))).toThrow('random');
    // Both give 000000.
    expect(() => generate({ kind: 'pin', avoidRepeats: true }, inTurn([1, 2]))).toThrow('random');
  });
});
