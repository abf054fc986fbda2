import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Context } from 'hono';
import { addressList, clientAddress, isLoopback } from './addresses.ts';
import { createApp } from './app.ts';
import { loadDocFiles } from './doc-files.ts';
import { loadGenerator } from './generator.ts';
import { createGuard } from './guard.ts';
import { createServer, stop } from './http-server.ts';
import { keyAdmin } from './key-admin.ts';
import { type KeyRing, singleKey, storedKeys } from './key-ring.ts';
import { DEFAULT_SCOPES } from './keys.ts';
import type { Limits } from './limits/limits.ts';
import { listen, readTls, type TlsFiles } from './listen.ts';
import type { Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import type { ReadRules } from './rules/protocol.ts';
import { RulesReader } from './rules/reader.ts';
import type { KeyStore } from './store/key-store.ts';
import { VERSION } from './version.ts';

/** The keys of a server: in a store, or a single one that is nowhere on disk. */
export type KeySource =
  | { readonly store: KeyStore }
  | { readonly secret: string; readonly limitPerMinute: number };

/** What a server is started with. */
export interface ServerSettings {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly keys: KeySource;
  readonly limits: Limits;
  readonly log: Log;
  readonly tls?: TlsFiles | undefined;
  /** The addresses and ranges of trusted proxies. */
  readonly proxies: readonly string[];
  /** Names, beyond those of this computer, under which agents may reach the server. */
  readonly allowedHosts: readonly string[];
  /** The file that reads rules when it runs in a worker. */
  readonly workerUrl: URL;
}

/** A server that listens. */
export interface RunningServer {
  readonly url: string;
  /** Reads the certificate and its key again; with bad ones it keeps the old. Throws then. */
  reloadTls(): void;
  /** Finishes what runs, at most ten seconds, and closes everything. */
  close(): Promise<void>;
}

/** How often the last uses of keys are written. */
const TOUCH_MS = 10_000;

/** Starts a server. Rejects if the address cannot be used. */
export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  const { host, port, tls, limits, log, keys } = settings;
  const rules = new RulesReader(settings.workerUrl);
  const store = 'store' in keys ? keys.store : undefined;
  const ring = store ? storedKeys(store, Date.now) : singleOf(keys);
  const app = createApp(await appTools(settings, ring, store, (job) => rules.read(job)));
  const server = createServer(app, tls);
  const touching = store && setInterval(() => void touch(store, ring, log), TOUCH_MS).unref();
  const end = async () => {
    clearInterval(touching);
    if (store) await touch(store, ring, log);
    await Promise.all([rules.close(), limits.close(), store?.close()]);
  };
  try {
    await listen(server, host, port);
  } catch (error) {
    await end();
    throw error;
  }
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    reloadTls() {
      if (tls && 'setSecureContext' in server) (server as TlsServer).setSecureContext(readTls(tls));
    },
    async close() {
      await stop(server);
      await end();
    },
  };
}

interface TlsServer {
  setSecureContext(pair: ReturnType<typeof readTls>): void;
}

const singleOf = (keys: KeySource): KeyRing => {
  if ('store' in keys) throw new Error('The keys are in a store.');
  return singleKey(keys.secret, DEFAULT_SCOPES, keys.limitPerMinute);
};

async function appTools(
  settings: ServerSettings,
  keys: KeyRing,
  store: KeyStore | undefined,
  readRules: ReadRules,
) {
  const { host, limits, log } = settings;
  const proxies = addressList(settings.proxies);
  const metrics = createMetrics(() => process.memoryUsage.rss(), process.uptime);
  const onRefused: Parameters<typeof createGuard>[0]['onRefused'] = (c, attempt) => {
    metrics.refused(attempt.reason);
    log.refused(c.get('visit').id, c.req.routePath, attempt);
  };
  const [generator, docFiles] = await Promise.all([loadGenerator(readRules), loadDocFiles()]);
  return {
    generator,
    docFiles,
    log,
    metrics,
    requireApiKey: createGuard({ keys, limits, now: Date.now, headerOf, onRefused }),
    admin: store && keyAdmin(store, Date.now, (id) => keys.forget(id)),
    ping: async () => store?.ping(),
    now: Date.now,
    ticks: () => performance.now(),
    newId: randomUUID,
    addressOf: (c: Context) =>
      clientAddress(incomingOf(c).socket.remoteAddress ?? '', headerOf(c, 'x-forwarded-for'), proxies),
    // A proxy on this computer that names no client must not pass for this computer.
    isLocal: (address: string) => isLoopback(address) && !proxies.has(address),
    allowedHosts: new Set(['localhost', '127.0.0.1', '[::1]', host, ...settings.allowedHosts]),
    version: VERSION,
  };
}

const incomingOf = (c: Context): IncomingMessage => c.env.incoming;

/** Node joins headers that are sent twice with a comma, so two keys are no key. */
const headerOf = (c: Context, name: string): string | undefined => {
  const value = incomingOf(c).headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
};

async function touch(store: KeyStore, keys: KeyRing, log: Log): Promise<void> {
  const uses = keys.takeUses();
  if (uses.size === 0) return;
  await store.touch(uses).catch(() => log.event('warn', 'The last use of keys could not be stored.'));
}
