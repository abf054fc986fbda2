// @vitest-environment node
import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, type MockInstance, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  generate,
  type PasswordOptions,
  type PinOptions,
  type PronounceableOptions,
} from '../../../lib/generator/index.ts';
import { describeOutcome } from '../../../lib/i18n/describe-outcome.ts';
import { describeRecipe } from '../../../lib/i18n/describe-recipe.ts';
import { describeReset } from '../../../lib/i18n/describe-reset.ts';
import { formatTime } from '../../../lib/i18n/format-time.ts';
import type { Recipes } from '../../../lib/site-rules/recipes/recipe.ts';
import type { ApiActivity } from '../../../lib/storage/api-activity.ts';
import { apiService } from '../../../lib/storage/api-settings.ts';
import { damagedItems } from '../../../lib/storage/damaged-items.ts';
import type { LastOutcome } from '../../../lib/storage/last-outcome.ts';
import type { PasswordEntry } from '../../../lib/storage/recent-passwords.ts';
import { MEMBER_NAMES, STORED_ITEMS } from '../../support/stored-items.ts';

const HUGE = 'x'.repeat(1_000_000);
const HUGE_OBJECT = Object.fromEntries(
  Array.from({ length: 200_000 }, (_, i) => [`${i}.example`, 'minlength: 8;']),
);
/** Values that have broken readers before, and any other. */
const junk = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(...[null, -1, 1e300, Number.NaN, Number.POSITIVE_INFINITY, '', HUGE, [], {}, true]),
  fc.constantFrom(...MEMBER_NAMES),
);

/** A copy of `sample` with one of its parts replaced, added or removed. */
function mutant(sample: unknown): fc.Arbitrary<unknown> {
  if (typeof sample !== 'object' || sample === null) return junk;
  const copy = () => structuredClone(sample) as Record<string, unknown>;
  const inside = Object.keys(sample).map((name) =>
    mutant((sample as Record<string, unknown>)[name]).map((value) =>
      Object.assign(Array.isArray(sample) ? [...sample] : copy(), own(name, value)),
    ),
  );
  const removed = Object.keys(sample).map((name) =>
    fc.constant(Object.fromEntries(Object.entries(sample).filter(([other]) => other !== name))),
  );
  const added = fc
    .tuple(fc.constantFrom(...MEMBER_NAMES, 'new'), junk)
    .map(([name, value]) => Object.defineProperty(copy(), name, { value, enumerable: true }));
  return fc.oneof(junk, added, ...inside, ...removed);
}

const own = (name: string, value: unknown) => Object.fromEntries([[name, value]]);

const version = fc.oneof(
  fc.constantFrom<unknown>(1, 2, 3, 1e9, -1e9, 0, 0.5, Number.NaN, null, '1', '__proto__', {}),
  fc.integer(),
);

describe.each(STORED_ITEMS.map((row) => [row[0].key, ...row] as const))(
  '%s',
  (key, item, area, current, samples) => {
    const store = (stored: unknown) => fakeBrowser.storage[area].set({ [key]: stored });
    const isDamaged = () => damagedItems().some((each) => each.key === key);

    it('reads what Passmint has written, without loss', async () => {
      for (const value of samples) {
        await store({ version: current, value });
        await item.read();
        expect(isDamaged()).toBe(false);
      }
    });

    it('reads anything as a valid value, which it then writes and reads as it is', async () => {
      const anything = fc.oneof(
        junk,
        fc.record({ version, value: junk }),
        ...samples.map((sample) => fc.record({ version, value: mutant(sample) })),
        ...samples.map((sample) => fc.record({ version: fc.constant(current), value: mutant(sample) })),
      );
      await fc.assert(
        fc.asyncProperty(anything, async (stored) => {
          await store(stored);
          const value = await item.read();
          await item.reset();
          expect(isDamaged()).toBe(false);
          await item.update(() => value);
          expect(await item.read()).toEqual(value);
          expect(isDamaged()).toBe(false);
        }),
        { numRuns: 300 },
      );
    });

    it('can be changed whatever is stored', async () => {
      await item.reset();
      const byDefault = await item.read();
      await fc.assert(
        fc.asyncProperty(junk, async (value) => {
          await store({ version: current, value });
          await item.update(() => structuredClone(byDefault));
          expect(await item.read()).toEqual(byDefault);
        }),
        { numRuns: 50 },
      );
    });

    it('looks at a few parts only of ten megabytes', async () => {
      const get = vi.spyOn(fakeBrowser.storage[area], 'get') as MockInstance;
      const inLists = samples.flatMap((sample) => (Array.isArray(sample) ? sample : [sample]));
      for (const huge of [Array(200_000).fill(inLists[0]), HUGE_OBJECT]) {
        let looks = 0;
        const value = new Proxy(huge, {
          get(target, name) {
            looks++;
            return Reflect.get(target, name);
          },
        });
        get.mockResolvedValue({ [key]: { version: current, value } });
        await item.read();
        expect(looks).toBeLessThan(5000);
      }
    });

    it('has a sentence that says what its reset deletes', () => {
      expect(describeReset(key)).toMatch(/^Reset deletes (?!the stored item )/);
    });
  },
);

/** What the interface does with what it reads. None of it may throw. */
const SHOWN: Readonly<Record<string, (value: never) => unknown>> = {
  lastOutcome: (last: LastOutcome | null) => last && [describeOutcome(last.outcome), formatTime(last.at)],
  recentPasswords: (entries: readonly PasswordEntry[]) =>
    entries.map(({ at, outcome }) => [formatTime(at), outcome && describeOutcome(outcome)]),
  api: apiService,
  generatorOptions: (options: PasswordOptions) => generate({ kind: 'password', ...options }),
  pinOptions: (options: PinOptions) => generate({ kind: 'pin', ...options }),
  pronounceableOptions: (options: PronounceableOptions) => generate({ kind: 'pronounceable', ...options }),
  'site-recipes': (recipes: Recipes) => Object.values(recipes).map(describeRecipe),
  apiActivity: (calls: readonly ApiActivity[]) => calls.map(({ at }) => formatTime(at)),
};

const shownItems = STORED_ITEMS.filter(([{ key }]) => Object.hasOwn(SHOWN, key));
it.each(shownItems.map((row) => [row[0].key, ...row] as const))(
  '%s can be shown, whatever is stored',
  async (_, item, area, current, samples) => {
    const values = fc.oneof(junk, ...samples.map(mutant));
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        await fakeBrowser.storage[area].set({ [item.key]: { version: current, value } });
        SHOWN[item.key]?.((await item.read()) as never);
      }),
      { numRuns: 300 },
    );
  },
);

it('covers every item that lib/storage declares', () => {
  const code = globSync('lib/storage/*.ts')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const declared = code.matchAll(/\bkey: '([\w-]+)'|optionsItem\('\w+', '(\w+)'|Item(?:<\w+>)?\('(\w+)'\W/g);
  const keys = Array.from(declared, (found) => found.slice(1).find(Boolean));
  expect(keys.length).toBeGreaterThan(20);
  expect(new Set(STORED_ITEMS.map(([{ key }]) => key))).toEqual(new Set(keys));
});
