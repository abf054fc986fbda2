import { asRecord, storedItem } from './stored-item.ts';

/** Error sentences by host, raw and newest first. */
type LearntRules = Readonly<Record<string, readonly string[]>>;

/** The error sentences with which sites rejected a password. In memory only. */
export const learntRules = learntItem('learntRules');

/** Those of private windows, which are read only there and end with the last one. */
export const privateLearntRules = learntItem('learntRulesPrivate');

function learntItem(key: string) {
  return storedItem<LearntRules>({
    key,
    area: 'session',
    version: 1,
    parse: (stored) => asRecord(stored) as LearntRules,
  });
}

/** What the sites that a window may know of have shown: in a private window, both its own and the others. */
export async function readLearntRules(incognito: boolean): Promise<LearntRules> {
  const known = await learntRules.read();
  if (!incognito) return known;
  const own = Object.entries(await privateLearntRules.read());
  const both = own.map(([host, sentences]) => [host, [...sentences, ...(known[host] ?? [])]]);
  return { ...known, ...Object.fromEntries(both) };
}

const MAX_HOSTS = 50;
/** For each host. */
const MAX_SENTENCES = 12;

/** Puts the error sentences of a site before those stored for it earlier; keeps 12 for each of 50 hosts. */
export async function recordSiteErrors(
  host: string,
  sentences: readonly string[],
  incognito = false,
): Promise<void> {
  if (sentences.length === 0) return;
  const item = incognito ? privateLearntRules : learntRules;
  await item.update(({ [host]: known = [], ...others }) => {
    const all = [...new Set([...sentences, ...known])].slice(0, MAX_SENTENCES);
    const kept = Object.entries(others).slice(0, MAX_HOSTS - 1);
    return Object.fromEntries([[host, all], ...kept]);
  });
}
