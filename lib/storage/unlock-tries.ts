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
  const { nextAt } = await tries.update(({ wrong }) =>
    correct ? { wrong: 0, nextAt: 0 } : { wrong: wrong + 1, nextAt: now + waitSeconds(wrong + 1) * 1000 },
  );
  return nextAt;
}

function waitSeconds(wrong: number): number {
  const doublings = wrong - FREE_TRIES - 1;
  return doublings < 0 ? 0 : Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** doublings);
}
