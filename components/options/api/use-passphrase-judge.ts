import { useEffect, useState } from 'preact/hooks';
import { reportUnsaved } from '../../../lib/storage/lock.ts';

/**
 * A graphics card makes about 15,000 tries a second against the 600,000 rounds of PBKDF2, so this many take
 * it about a week.
 */
const MIN_GUESSES = 1e10;

/** Whether a passphrase is too easy to guess. Nothing else protects a key on disk. */
export type PassphraseJudge = (passphrase: string) => boolean;

/**
 * Loads the list of common passwords, which nothing else on the page needs. Rejects if its file is gone,
 * because the extension was updated.
 */
export async function loadJudge(): Promise<PassphraseJudge> {
  const { guessesOf } = await import('./passphrase-guesses.ts');
  return (passphrase) => guessesOf(passphrase) < MIN_GUESSES;
}

/** The judge of passphrases, which loads once it is `wanted`; `undefined` until then. */
export function usePassphraseJudge(wanted: boolean): PassphraseJudge | undefined {
  const [judge, setJudge] = useState<PassphraseJudge>();
  useEffect(() => {
    // A function in `setJudge` would be called with the state before.
    if (wanted)
      loadJudge().then(
        (loaded) => setJudge(() => loaded),
        () => reportUnsaved('message_outdated'),
      );
  }, [wanted]);
  return judge;
}
