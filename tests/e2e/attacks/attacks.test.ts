import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FAMILIES } from './all.ts';
import { carryOut, openArena } from './arena.ts';

describe.each(['chromium', 'firefox'] as const)('an attacker, in %s', (which) => {
  let arena: Awaited<ReturnType<typeof openArena>>;

  beforeAll(async () => {
    arena = await openArena(which);
  });
  afterAll(() => arena?.close());

  describe.each(FAMILIES)('$name', ({ attacks }) => {
    // `npm run attacks` prints the rows that a browser does not have, with their reasons.
    it.each(attacks.filter(({ missing }) => missing?.[which] === undefined))(
      'who $name, fails',
      async (attack) => {
        expect(await carryOut(attack, arena)).toMatchObject({ succeeded: false });
      },
    );
  });

  it('causes no error in the extension', async () => {
    const problems = await arena.browser.problems();
    const own = problems.filter((problem) => problem.includes(arena.browser.extensionUrl));
    // A refusal by the policy of the extension is how some attacks are meant to end.
    expect(own.filter((problem) => !/Content[- ]Security[- ]Policy/i.test(problem))).toEqual([]);
  });
});
