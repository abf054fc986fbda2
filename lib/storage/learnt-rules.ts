import * as v from 'valibot';
import { byName, host as hostSchema, listOf, text } from './schema.ts';
import { storedItem } from './stored-item.ts';

const MAX_HOSTS = 50;
/** For each host. */
const MAX_SENTENCES = 12;
/** Frames cut what they report of a page to fewer characters. */
const MAX_SENTENCE = 4096;

/** Error sentences by host, raw and newest first. */
type LearntRules = Readonly<Record<string, readonly string[]>>;

const sentences = listOf(text(MAX_SENTENCE), MAX_SENTENCES);
const learntByHost = byName<readonly string[]>(v.tuple([hostSchema, sentences]), MAX_HOSTS);

/** The error sentences with which sites rejected a password. In memory only. */
export const learntRules = learntItem('learntRules');

/** Those of private windows, which are read only there and end with the last one. */
export const privateLearntRules = learntItem('learntRulesPrivate');

function learntItem(key: string) {
  return storedItem<LearntRules>({ key, area: 'session', ...learntByHost });
}

/** The sentences of exactly this host; a host may have the name of a member that every object has. */
export function sentencesOf(learnt: LearntRules, host: string): readonly string[] {
  return Object.hasOwn(learnt, host) ? (learnt[host] ?? []) : [];
}

/** What the sites that a window may know of have shown: in a private window, both its own and the others. */
export async function readLearntRules(incognito: boolean): Promise<LearntRules> {
  const known = await learntRules.read();
  if (!incognito) return known;
  const own = Object.entries(await privateLearntRules.read());
  const both = own.map(([host, sentences]) => [host, [...sentences, ...sentencesOf(known, host)]]);
  return { ...known, ...Object.fromEntries(both) };
}

/** Puts the error sentences of a site before those stored for it earlier; keeps 12 for each of 50 hosts. */
export async function recordSiteErrors(
  host: string,
  sentences: readonly string[],
  incognito = false,
): Promise<void> {
  if (sentences.length === 0) return;
  const item = incognito ? privateLearntRules : learntRules;
  await item.update((learnt) => {
    const shown = sentences.map((sentence) => sentence.slice(0, MAX_SENTENCE));
    const all = [...new Set([...shown, ...sentencesOf(learnt, host)])].slice(0, MAX_SENTENCES);
    const others = Object.entries(learnt).filter(([name]) => name !== host);
    return Object.fromEntries([[host, all], ...others.slice(0, MAX_HOSTS - 1)]);
  });
}
