import { asRecord, storedItem } from './stored-item.ts';

/**
 * Wrong passphrases in a row, and when the next try is allowed. On disk, so that a restart does not end the
 * wait.
 */
const tries = storedItem<{ readonly wrong: number; readonly nextAt: number }>({
  key: 'unlockTries',
  area: 'local',
  version: 1,
  parse: (stored) => {
    const { wrong, nextAt } = asRecord(stored);
    return { wrong: typeof wrong === 'number' ? wrong : 0, nextAt: typeof nextAt === 'number' ? nextAt : 0 };
  },
});

/** The wait after the third wrong passphrase in a row; each further one doubles it. */
const FIRST_WAIT_SECONDS = 2;
const FREE_TRIES = 2;
const LONGEST_WAIT_SECONDS = 300;

/** When the next try is allowed, in milliseconds since 1970. */
export async function nextTryAt(): Promise<number> {
  return (await tries.read()).nextAt;
}

/** Records a try; returns when the next is allowed, in milliseconds since 1970. */
export async function recordTry(correct: boolean, now: number): Promise<number> {
  const wrong = correct ? 0 : (await tries.read()).wrong + 1;
  const doublings = wrong - FREE_TRIES - 1;
  const seconds = doublings < 0 ? 0 : Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** doublings);
  const nextAt = correct ? 0 : now + seconds * 1000;
  await tries.write({ wrong, nextAt });
  return nextAt;
}
