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
  /** Whether the popup of a private window requested it; it ends with the last one. */
  readonly incognito?: boolean;
}

/** The password that the popup requested last. In memory only, like all passwords. */
export const apiPassword = storedItem<ApiPassword | null>({
  key: 'apiPassword',
  area: 'session',
  version: 1,
  parse: parseNullable,
});

/** The passwords that servers returned in this session, because none may be used twice. */
const seenPasswords = seenItem('apiSeen');
/** Those for private windows. */
const seenInPrivate = seenItem('apiSeenPrivate');

function seenItem(key: string) {
  return storedItem<readonly string[]>({ key, area: 'session', version: 1, parse: parseList });
}

const MAX_SEEN = 500;

/** The last 500 passwords that servers returned in this session, and the last 500 for private windows. */
export async function readSeenPasswords(): Promise<ReadonlySet<string>> {
  const [seen, inPrivate] = await Promise.all([seenPasswords.read(), seenInPrivate.read()]);
  return new Set([...seen, ...inPrivate]);
}

/** Records a server's password as used. */
export async function recordSeenPassword(password: string, incognito = false): Promise<void> {
  const item = incognito ? seenInPrivate : seenPasswords;
  await item.update((seen) => [password, ...seen].slice(0, MAX_SEEN));
}

/** Deletes the passwords that servers returned for private windows. */
export async function deletePrivateApiPasswords(): Promise<void> {
  await Promise.all([
    apiPassword.update((stored) => (stored?.incognito ? null : stored)),
    seenInPrivate.update((seen) => (seen.length > 0 ? [] : seen)),
  ]);
}
