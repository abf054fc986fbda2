import { loadWordList } from '../../lib/generator/index.ts';
import { measure } from './contest.ts';
import { bytesDrawn, jobs } from './jobs.ts';

/** Runs in the page: the same contest as in Node, without the peer that needs a file system. */
async function contest(rounds: number) {
  const all = jobs(await loadWordList('eff-long'));
  return { rows: measure(all, rounds), drawn: bytesDrawn(all) };
}

Object.assign(globalThis, { contest });
