import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FAMILIES } from './all.ts';
import { carryOut, openArena } from './arena.ts';
import type { Arena, Attack } from './attack.ts';

const BROWSERS = ['chromium', 'firefox'] as const;

describe('an attacker', () => {
  let arenas: readonly (Arena & { close(): Promise<void> })[] = [];

  // The browsers run side by side, each on a display of its own, which takes half the time.
  beforeAll(async () => {
    arenas = await Promise.all(BROWSERS.map((name) => openArena(name)));
  });
  afterAll(() => Promise.all(arenas.map((arena) => arena.close())));

  /** Where the attack succeeds, with what was seen. */
  async function successes(attack: Attack): Promise<string[]> {
    const outcomes = await Promise.all(
      arenas.map(async (arena) => {
        const { name } = arena.browser;
        const missing = attack.missing?.[name];
        if (missing) console.log(`Left out in ${name}: ${missing}.`);
        const result = await carryOut(attack, arena);
        return result?.succeeded ? [`${name}: ${result.detail}`] : [];
      }),
    );
    return outcomes.flat();
  }

  describe.each(FAMILIES)('$name', ({ attacks }) => {
    it.each(attacks)('who $name, fails', async (attack) => {
      expect(await successes(attack)).toEqual([]);
    });
  });

  it('causes no error in the extension', async () => {
    const problems = await Promise.all(
      arenas.map(async ({ browser }) =>
        (await browser.problems()).filter((problem) => problem.includes(browser.extensionUrl)),
      ),
    );
    // A refusal by the policy of the extension is how some attacks are meant to end.
    expect(
      problems.flat().filter((problem) => !/Content[- ]Security[- ]Policy|requires 'Trusted/i.test(problem)),
    ).toEqual([]);
  });
});
