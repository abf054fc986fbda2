import { describe, expect, it } from 'vitest';
import { apiActivity, recordActivity } from '../../../lib/storage/api-activity.ts';
import { readSeenPasswords, recordSeenPassword } from '../../../lib/storage/api-passwords.ts';
import { learntRules, recordSiteErrors } from '../../../lib/storage/learnt-rules.ts';
import { recentPasswords, recordOutcome, rememberPassword } from '../../../lib/storage/recent-passwords.ts';
import { siteRecipes } from '../../../lib/storage/site-recipes.ts';
import { recordTry } from '../../../lib/storage/unlock-tries.ts';

const COUNT = 20;
/** Makes twenty changes at the same time, as two windows and the background may. */
const atOnce = <T>(change: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: COUNT }, (_, index) => change(index)));

describe('twenty changes at once', () => {
  it('keep twenty recent passwords', async () => {
    await atOnce((index) =>
      rememberPassword({ action: 'copied', incognito: false, password: `password-${index}` }),
    );
    expect(new Set((await recentPasswords.read()).map(({ password }) => password)).size).toBe(COUNT);
  });

  it('keep the outcomes of twenty fills', async () => {
    const entries = await atOnce((index) =>
      rememberPassword({
        action: 'filled',
        incognito: false,
        password: `password-${index}`,
        host: 'example.com',
      }),
    );
    await atOnce((index) => recordOutcome(entries[index]?.id ?? '', { code: 'filled', fields: index }));
    const fields = (await recentPasswords.read()).map(({ outcome }) =>
      outcome?.code === 'filled' ? outcome.fields : undefined,
    );
    expect(new Set(fields)).toEqual(new Set(Array.from({ length: COUNT }, (_, index) => index)));
  });

  it('keep the rules learnt from twenty sites', async () => {
    await atOnce((index) => recordSiteErrors(`${index}.example`, ['At most 12 characters']));
    expect(Object.keys(await learntRules.read())).toHaveLength(COUNT);
  });

  it('keep twenty requests of the API', async () => {
    await atOnce((at) => recordActivity({ at, origin: 'https://api.example', outcome: 'ok', durationMs: 1 }));
    expect(new Set((await apiActivity.read()).map(({ at }) => at)).size).toBe(COUNT);
  });

  it('keep twenty passwords that a server has returned', async () => {
    await atOnce((index) => recordSeenPassword(`password-${index}`));
    expect((await readSeenPasswords()).size).toBe(COUNT);
  });

  it('count twenty wrong passphrases', async () => {
    const results = await atOnce(() => recordTry(false, 0));
    // From the third on, each wait is twice the previous one, up to five minutes.
    expect(results.slice(0, 5)).toEqual([0, 0, 2000, 4000, 8000]);
    expect(results.at(-1)).toBe(300_000);
  });

  it('keep twenty recipes', async () => {
    await atOnce((index) =>
      siteRecipes.update((recipes) => ({ ...recipes, [`${index}.example`]: 'maxlength: 12;' })),
    );
    expect(Object.keys(await siteRecipes.read())).toHaveLength(COUNT);
  });
});
