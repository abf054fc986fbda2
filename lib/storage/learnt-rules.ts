import { asRecord, storedItem } from './stored-item.ts';

/** What sites said after they had refused a password, by host: raw sentences, newest first. Memory only. */
export const learntRules = storedItem<Readonly<Record<string, readonly string[]>>>({
  key: 'learntRules',
  area: 'session',
  version: 1,
  parse: (stored) => asRecord(stored) as Record<string, readonly string[]>,
});

/** Most hosts, and sentences of each, that are remembered. */
const MAX_HOSTS = 50;
const MAX_SENTENCES = 12;

/** Remembers what a site has said; what it said before stays below it. */
export async function noteLearnt(host: string, sentences: readonly string[]): Promise<void> {
  if (sentences.length === 0) return;
  const { [host]: known = [], ...others } = await learntRules.read();
  const all = [...new Set([...sentences, ...known])].slice(0, MAX_SENTENCES);
  const kept = Object.entries(others).slice(0, MAX_HOSTS - 1);
  await learntRules.write(Object.fromEntries([[host, all], ...kept]));
}
