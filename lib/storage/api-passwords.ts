import type { ServerSays } from '../api/result.ts';
import type { Strength } from '../generator/index.ts';
import { storedItem } from './stored-item.ts';

/** A password that a server made and that passed the check; the popup fetches it here by its id. */
export interface ApiPassword {
  readonly id: string;
  readonly password: string;
  readonly host: string;
  readonly entropyAtMostBits: number;
  readonly strengthAtMost: Strength;
  /** What the server claims, to be shown as its claim only. */
  readonly serverSays: ServerSays;
}

/** The one that the popup asked for last. In memory only, like all passwords. */
export const apiPassword = storedItem<ApiPassword | null>({
  key: 'apiPassword',
  area: 'session',
  version: 1,
  parse: (stored) => (stored ?? null) as ApiPassword | null,
});

/** Passwords that servers gave in this session: none is taken twice. */
const seenPasswords = storedItem<readonly string[]>({
  key: 'apiSeen',
  area: 'session',
  version: 1,
  parse: (stored) => (Array.isArray(stored) ? stored : []),
});

const REMEMBERED = 500;

/** Every password seen so far in this session. */
export async function passwordsSeen(): Promise<ReadonlySet<string>> {
  return new Set(await seenPasswords.read());
}

export async function notePasswordSeen(password: string): Promise<void> {
  await seenPasswords.write([password, ...(await seenPasswords.read())].slice(0, REMEMBERED));
}
