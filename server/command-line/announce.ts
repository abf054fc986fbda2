import { keyAdmin } from '../key-admin.ts';
import { DEFAULT_LIMIT } from '../key-options.ts';
import { DEFAULT_SCOPES } from '../keys.ts';
import type { Log } from '../log.ts';
import type { KeySource } from '../start.ts';

/** What a start tells. */
interface Announcement {
  readonly url: string;
  readonly keys: KeySource & { readonly place: string };
  readonly log: Log;
  readonly write: (text: string) => void;
  /** How this server’s commands are called. */
  readonly command: string;
  /** Whether a person reads the output. A journal would keep a key. */
  readonly isTerminal?: boolean;
}

/** Says where the server listens and where its keys are. Without any key it makes one or says how. */
export async function announce({
  url,
  keys,
  log,
  write,
  command,
  isTerminal = isRead(),
}: Announcement): Promise<void> {
  const place = 'store' in keys ? `Keys are in ${keys.place}.` : `The key is that of ${keys.place}.`;
  log.event('info', `Listening on ${url}. ${place}`);
  if (isTerminal) write(`Passmint listens on ${url}\n${place}`);
  if (!('store' in keys) || (await keys.store.list()).length > 0) return;
  if (!isTerminal) return log.event('warn', `There is no key yet. Make one: ${command} keys create`);
  const settings = { scopes: DEFAULT_SCOPES, addresses: [], limitPerMinute: DEFAULT_LIMIT };
  const admin = keyAdmin(keys.store, Date.now);
  const { key } = await admin.create({ ...settings, label: 'first key', expiresAt: undefined });
  write(firstKey(key, url));
}

const isRead = () => process.stdout.isTTY === true;

const firstKey = (key: string, url: string) => `
Your first API key, which is shown only now:

  ${key}

Try it:

  curl -H "X-API-Key: ${key}" "${url}/v1/generate/password?length=20"

In the extension: Settings, Password API: choose “Self-hosted”, save the key, and press Test.
`;
