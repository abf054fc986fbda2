import { asRecord, storedItem } from './stored-item.ts';

/**
 * The error sentences with which sites rejected a password, by host, raw and newest first. In memory only.
 */
export const learntRules = storedItem<Readonly<Record<string, readonly string[]>>>({
  key: 'learntRules',
  area: 'session',
  version: 1,
  parse: (stored) => asRecord(stored) as Record<string, readonly string[]>,
});

const MAX_HOSTS = 50;
/** For each host. */
const MAX_SENTENCES = 12;

/** Puts the error sentences of a site before those stored for it earlier; keeps 12 for each of 50 hosts. */
export async function recordSiteErrors(host: string, sentences: readonly string[]): Promise<void> {
  if (sentences.length === 0) return;
  await learntRules.update(({ [host]: known = [], ...others }) => {
    const all = [...new Set([...sentences, ...known])].slice(0, MAX_SENTENCES);
    const kept = Object.entries(others).slice(0, MAX_HOSTS - 1);
    return Object.fromEntries([[host, all], ...kept]);
  });
}
