import { drainByTimer } from '../../../lib/generator/index.ts';
import { type KeySettings, keyAdmin } from '../../../server/key-admin.ts';
import { DEFAULT_SCOPES } from '../../../server/keys.ts';
import { memoryLimits } from '../../../server/limits/rate-limits.ts';
import { createLog } from '../../../server/log.ts';
import { type ServerSettings, startServer } from '../../../server/start.ts';
import type { KeyStore } from '../../../server/store/key-store.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';

/** The first file of the server. */
export const MAIN = new URL('../../../server/main.ts', import.meta.url);

/** A server in this process, with what it logs. */
export interface TestServer {
  readonly url: string;
  readonly store: KeyStore;
  /** The lines of the log so far. */
  readonly lines: readonly string[];
  /** Makes a key with the settings over the defaults. */
  newKey(settings?: Partial<KeySettings>): Promise<string>;
  /** Requests a path with a key, if there is one. */
  call(path: string, key?: string, init?: RequestInit): Promise<Response>;
  /** Posts JSON. */
  post(
    path: string,
    key: string | undefined,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<Response>;
  close(): Promise<void>;
}

/** Starts a server on a free port, with keys in memory unless the settings say otherwise. */
export async function startTestServer(
  settings: Partial<ServerSettings> & { readonly store?: KeyStore } = {},
): Promise<TestServer> {
  drainByTimer((run, ms) => void setTimeout(run, ms).unref());
  const store = settings.store ?? (await openSqlite(':memory:'));
  const lines: string[] = [];
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    keys: { store },
    limits: memoryLimits(),
    log: createLog('debug', { write: (line) => void lines.push(line) }),
    proxies: [],
    allowedHosts: [],
    workerUrl: MAIN,
    ...settings,
  });
  const admin = keyAdmin(store, Date.now);
  const call = (path: string, key?: string, init: RequestInit = {}) =>
    fetch(server.url + path, {
      ...init,
      headers: {
        ...(key !== undefined && { 'X-API-Key': key }),
        ...(init.headers as Record<string, string>),
      },
    });
  return {
    url: server.url,
    store,
    lines,
    async newKey(changes) {
      const { key } = await admin.create({
        label: 'test',
        scopes: DEFAULT_SCOPES,
        addresses: [],
        limitPerMinute: 100_000,
        expiresAt: undefined,
        ...changes,
      });
      return key;
    },
    call,
    post: (path, key, body, headers) =>
      call(path, key, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
    close: server.close,
  };
}
