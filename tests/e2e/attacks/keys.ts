import { DEFAULT_OPTIONS } from '../../../lib/generator/index.ts';
import { passwords } from '../../support/stub-behaviours.ts';
import { KEY } from '../set-up-api.ts';
import type { Arena, Attack, AttackFamily } from './attack.ts';
import { verdict } from './attack.ts';

type Envelope = { readonly version: number; readonly value: never };

declare const chrome: {
  readonly runtime: {
    sendMessage(message: { name: string; request: object }): Promise<{ ok: boolean; reply: Reply }>;
  };
  readonly storage: Record<
    'local' | 'session',
    { get(): Promise<Record<string, Envelope | undefined>>; set(items: object): Promise<void> }
  >;
};

interface Reply {
  readonly ok: boolean;
  readonly problem?: { readonly code: string };
}

/** What the rounds of a race have left where nothing may be. */
interface Harm {
  readonly rounds: number;
  /** How many keys were replaced. */
  readonly replaced: number;
  /** How many keys were there after they had been deleted or replaced. */
  readonly cameBack: number;
  /** How many calls did not end as they must after the change of the key. */
  readonly wrongEnds: number;
}

/** What the race in the page needs. */
interface Race {
  readonly rounds: number;
  /** The base URLs of the server that has the key, and of another. */
  readonly urls: readonly [own: string, other: string];
  readonly options: object;
  /** The key that is left in the end. */
  readonly key: string;
}

/**
 * Deletes or replaces a key while a call with it is about to end, at another moment in each round. Runs in a
 * page of the extension, which sends what the settings and the popup send.
 */
async function raceInPage(kind: 'delete' | 'rotate', { rounds, urls, options, key }: Race): Promise<Harm> {
  const ask = async (name: string, request: object) =>
    (await chrome.runtime.sendMessage({ name, request })).reply;
  const [own, other] = urls;
  const service = `self-hosted ${own}`;
  const keeping = (round: number) => (round % 2 ? 'session' : 'device');
  const save = (key: string, round: number) =>
    ask('options-to-background:save-key', { service, key, keeping: keeping(round) });
  const call = (length: number) =>
    ask('popup-to-background:make-by-api', { options: { ...options, length } });
  const configure = async (url: string) => {
    const { api } = await chrome.storage.local.get();
    const value = { ...(api?.value ?? ({} as object)), baseUrls: { 'self-hosted': url } };
    await chrome.storage.local.set({ api: { ...api, value } });
  };
  const keysThere = async () => {
    const [disk, memory] = await Promise.all([chrome.storage.local.get(), chrome.storage.session.get()]);
    const keys = [disk.apiKeys, memory.apiOpenKeys].flatMap((item) => (item?.value ?? []) as object[]);
    return JSON.stringify(keys);
  };
  await ask('options-to-background:delete-key', { service });
  let [cameBack, wrongEnds, replaced, tookMs] = [0, 0, 0, 20];
  for (let round = 0; round < rounds; round++) {
    const [old, next] = [`race_key_${round}_old`, `race_key_${round}_new`];
    let kept = '';
    await save(old, round);
    const started = performance.now();
    const calling = call(12 + (round % 40)).then((reply) => {
      tookMs = performance.now() - started;
      return reply;
    });
    // Moments from the beginning of the call to a little after its end.
    await new Promise((resolve) => setTimeout(resolve, (tookMs + 4) * ((round % 13) / 12)));
    if (kind === 'delete') {
      await ask('options-to-background:delete-key', { service });
    } else {
      const rotating = save(next, round);
      if (round % 3 === 0) {
        // The key of one server, asked for by another.
        await configure(other);
        if ((await call(60)).problem?.code !== 'no_key') wrongEnds++;
        await configure(own);
      }
      // Where the settings changed first, the old key stays.
      const { ok } = await rotating;
      replaced += Number(ok);
      kept = ok ? next : old;
    }
    await calling;
    const left = await keysThere();
    const endings = [old, next].map((key) => key.slice(-4)).filter((end) => left.includes(`"${end}"`));
    if (endings.join() !== kept.slice(-4)) cameBack++;
    if (kind === 'delete' && (await call(61)).problem?.code !== 'no_key') wrongEnds++;
    await ask('options-to-background:delete-key', { service });
  }
  await ask('options-to-background:save-key', { service, key, keeping: 'session' });
  return { rounds, replaced, cameBack, wrongEnds };
}

/** Runs the rounds in batches, because a driver waits only so long for a call. */
async function inBatches(rounds: number, run: (rounds: number) => Promise<Harm>): Promise<Harm> {
  const sum = { rounds: 0, replaced: 0, cameBack: 0, wrongEnds: 0 };
  while (sum.rounds < rounds) {
    const harm = await run(Math.min(100, rounds - sum.rounds));
    for (const name of ['rounds', 'replaced', 'cameBack', 'wrongEnds'] as const) sum[name] += harm[name];
  }
  return sum;
}

const COUNTS = { delete: { once: 20, many: 1000 }, rotate: { once: 5, many: 200 } } as const;

const raceOf = (kind: 'delete' | 'rotate', name: string): Attack => ({
  name,
  async run({ own, isThorough, ...arena }: Arena) {
    const { stub, elsewhere } = await arena.api();
    stub.reset();
    elsewhere.reset();
    stub.behave(passwords());
    const rounds = COUNTS[kind][isThorough ? 'many' : 'once'];
    const race: Race = { rounds, urls: [stub.url, elsewhere.url], options: DEFAULT_OPTIONS, key: KEY };
    const harm = await inBatches(rounds, (part) => own.evaluate(raceInPage, kind, { ...race, rounds: part }));
    if (kind === 'rotate' && harm.replaced === 0) throw new Error('No key was ever replaced.');
    const sent = stub.requests.length;
    if (sent === 0) throw new Error('The server was never called.');
    const strays = elsewhere.requests.length;
    stub.behave(passwords(KEY));
    const detail = `${harm.rounds} rounds, ${sent} requests, ${harm.replaced} keys replaced, ${harm.cameBack} keys came back, ${harm.wrongEnds} calls ended wrong, ${strays} requests to another server`;
    return verdict(harm.cameBack + harm.wrongEnds + strays > 0, detail);
  },
});

/** What races with the change of a key. */
export const keys: AttackFamily = {
  name: 'keys',
  attacks: [
    raceOf('delete', 'gets a key back that is deleted while a call with it ends'),
    raceOf('rotate', 'gets a key back that is replaced while a call with it ends, or has it sent elsewhere'),
  ],
};
