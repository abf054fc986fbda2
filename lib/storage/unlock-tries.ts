import { objectOf, orElse, time, whole } from './schema.ts';
import { storedItem } from './stored-item.ts';

/**
 * Wrong passphrases in a row, and when the next try is allowed. On disk, so that a restart does not end the
 * wait.
 */
export const unlockTries = storedItem({
  key: 'unlockTries',
  area: 'local',
  version: 1,
  schema: objectOf({ wrong: orElse(whole(0, 1_000_000), 0), nextAt: orElse(time, 0) }),
});

/** The wait after the third wrong passphrase in a row; each further one doubles it. */
const FIRST_WAIT_SECONDS = 2;
const FREE_TRIES = 2;
const LONGEST_WAIT_SECONDS = 300;

/** When the next try is allowed, in milliseconds since 1970. */
export async function nextTryAt(now: number): Promise<number> {
  const { nextAt } = await unlockTries.read();
  // No wait is longer, so a later time was not written by Passmint, or the clock has gone back.
  return nextAt > now + LONGEST_WAIT_SECONDS * 1000 ? 0 : nextAt;
}

/** Records a try; returns when the next is allowed, in milliseconds since 1970. */
export async function recordTry(correct: boolean, now: number): Promise<number> {
  const { nextAt } = await unlockTries.update(({ wrong }) =>
    correct ? { wrong: 0, nextAt: 0 } : { wrong: wrong + 1, nextAt: now + waitSeconds(wrong + 1) * 1000 },
  );
  return nextAt;
}

function waitSeconds(wrong: number): number {
  const doublings = wrong - FREE_TRIES - 1;
  return doublings < 0 ? 0 : Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** doublings);
}
