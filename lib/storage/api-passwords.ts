import type { ServerClaims } from '../api/result.ts';
import type { Strength } from '../generator/index.ts';
import { parseList, parseNullable, storedItem } from './stored-item.ts';

/** A server's password that passed the check; the popup finds it by its id. */
export interface ApiPassword {
  readonly id: string;
  readonly password: string;
  readonly host: string;
  readonly entropyAtMostBits: number;
  readonly strengthAtMost: Strength;
  /** The server's own figures, to be shown only as its claims. */
  readonly serverClaims: ServerClaims;
}

/** The password that the popup requested last. In memory only, like all passwords. */
export const apiPassword = storedItem<ApiPassword | null>({
  key: 'apiPassword',
  area: 'session',
  version: 1,
  parse: parseNullable,
});

/** The passwords that servers returned in this session, because none may be used twice. */
const seenPasswords = storedItem<readonly string[]>({
  key: 'apiSeen',
  area: 'session',
  version: 1,
  parse: parseList,
});

const MAX_SEEN = 500;

/** The last 500 passwords that servers returned in this session. */
export async function readSeenPasswords(): Promise<ReadonlySet<string>> {
  return new Set(await seenPasswords.read());
}

/** Records a server's password as used. */
export async function recordSeenPassword(password: string): Promise<void> {
  await seenPasswords.update((seen) => [password, ...seen].slice(0, MAX_SEEN));
}
