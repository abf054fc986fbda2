import * as v from 'valibot';
import { strengthSchema } from './outcome-schema.ts';
import { amount, flag, host, listOf, maybe, objectOf, orElse, password, text, whole } from './schema.ts';
import { storedItem } from './stored-item.ts';

const passwordSchema = v.object({
  id: text(64),
  password,
  host,
  entropyAtMostBits: amount,
  strengthAtMost: strengthSchema,
  /** The server's own figures, to be shown only as its claims. */
  serverClaims: objectOf({ entropyBits: maybe(amount), strength: maybe(text(32)) }),
  /** The age of the server's key in whole days, if it is to be rotated by now. */
  oldKeyDays: maybe(whole(1, 1_000_000)),
  /** Whether the popup of a private window requested it; it ends with the last one. */
  incognito: maybe(flag),
});

/** A server's password that passed the check; the popup finds it by its id. */
export type ApiPassword = Readonly<v.InferOutput<typeof passwordSchema>>;

/** The password that the popup requested last. In memory only, like all passwords. */
export const apiPassword = storedItem<ApiPassword | null>({
  key: 'apiPassword',
  area: 'session',
  version: 1,
  schema: orElse<ApiPassword | null>(passwordSchema, null),
});

/** For each of the two sorts of windows. */
const MAX_SEEN = 500;

/** The passwords that servers returned in this session, because none may be used twice. */
export const seenPasswords = seenItem('apiSeen');
/** Those for private windows. */
export const seenInPrivate = seenItem('apiSeenPrivate');

function seenItem(key: string) {
  const schema = orElse<readonly string[]>(listOf(password, MAX_SEEN), []);
  return storedItem({ key, area: 'session', version: 1, schema });
}

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
