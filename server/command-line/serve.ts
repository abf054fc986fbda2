import { createServer, isIP } from 'node:net';
import { destination } from 'pino';
import { drainByTimer } from '../../lib/generator/index.ts';
import { isLoopback } from '../addresses.ts';
import type { Limits } from '../limits/limits.ts';
import { memoryLimits, redisLimits } from '../limits/rate-limits.ts';
import { listen, readTls, type TlsFiles } from '../listen.ts';
import { createLog, type Log } from '../log.ts';
import type { KeySource, RunningServer } from '../start.ts';
import { announce } from './announce.ts';
import { keySource } from './key-source.ts';
import type { CommandTools } from './tools.ts';
import { UsageError } from './usage-error.ts';

/** The options of the server. */
export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly data?: string;
  readonly keyFile?: string;
  readonly limit: number;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly behindProxy: readonly string[];
  readonly allowHost: readonly string[];
  readonly logLevel: Parameters<typeof createLog>[0];
}

/** Starts the server and stops it when the system asks for that. */
export async function serveCommand(options: ServeOptions, tools: CommandTools): Promise<void> {
  const { env, workerUrl, out: write } = tools;
  const tls = tlsFiles(options);
  checkBind(options, tls);
  await checkPort(options);
  // Lines are written at once, so that none is lost when the process is killed.
  const log = createLog(options.logLevel, destination({ fd: 1, sync: true }));
  const limits = limitsOf(env.REDIS_URL, log);
  let keys: KeySource & { readonly place: string };
  try {
    keys = await keySource(options, env);
  } catch (error) {
    await limits.close();
    throw error;
  }
  drainByTimer((run, ms) => void setTimeout(run, ms).unref());
  const { host, port, behindProxy: proxies, allowHost: allowedHosts } = options;
  const settings = { host, port, keys, limits, log, tls, proxies, allowedHosts, workerUrl };
  const { startServer } = await import('../start.ts');
  const server = await startServer(settings).catch((error) => {
    throw listenProblem(error, options);
  });
  await announce({ url: server.url, keys, log, write, command: commandOf(workerUrl) });
  obeySignals(server, log);
}

/** The server runs from its sources or as one file. */
const commandOf = ({ pathname }: URL) =>
  pathname.endsWith('.mjs') ? `node ${pathname.split('/').at(-1)}` : 'npm run server --';

/** Tries the address before anything is created for it. */
async function checkPort(options: ServeOptions): Promise<void> {
  const probe = createServer();
  try {
    await listen(probe, options.host, options.port);
  } catch (error) {
    throw listenProblem(error, options);
  }
  await new Promise((resolve) => probe.close(resolve));
}

/** Plain HTTP leaves this computer only behind a proxy, because a key in the open is no key. */
function checkBind({ host, behindProxy }: ServeOptions, tls: TlsFiles | undefined): void {
  const isLocal = host === 'localhost' || (isIP(host) !== 0 && isLoopback(host));
  if (isLocal || tls || behindProxy.length > 0) return;
  throw new UsageError(
    `${host} can be reached from other computers, so keys would be sent unencrypted. ` +
      'Give --tls-cert and --tls-key, or --behind-proxy with the address of your HTTPS proxy.',
  );
}

function tlsFiles({ tlsCert: cert, tlsKey: key }: ServeOptions): TlsFiles | undefined {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined)
    throw new UsageError('--tls-cert and --tls-key belong together. Give both or neither.');
  try {
    readTls({ cert, key });
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    const problem = path ? `${path} can’t be read (${code})` : 'they aren’t a certificate and its key in PEM';
    throw new UsageError(`The TLS files can’t be used: ${problem}.`);
  }
  return { cert, key };
}

function limitsOf(url: string | undefined, log: Log): Limits {
  if (!url) return memoryLimits();
  const isRedis = URL.canParse(url) && /^rediss?:$/.test(new URL(url).protocol);
  if (!isRedis) throw new UsageError('REDIS_URL must be an address such as redis://host:6379.');
  const message = 'Redis doesn’t respond, so this process counts its rate limits alone.';
  return redisLimits(url, () => log.event('warn', message), Date.now);
}

function listenProblem(error: unknown, { host, port }: ServeOptions): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return new UsageError(
      `Port ${port} on ${host} is taken. Stop what uses it, or give another with --port.`,
    );
  if (code === 'EACCES')
    return new UsageError(`Port ${port} needs more rights. Give one above 1023 with --port.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new UsageError(`${host} isn’t an address of this computer. Give another with --host.`);
  return error;
}

/** Requests have ten seconds to finish; the rest is for closing the store. */
const LONGEST_STOP_MS = 13_000;

function obeySignals(server: RunningServer, log: Log): void {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    log.event('info', 'Stopping.');
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    await server.close();
    log.event('info', 'Stopped.');
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('SIGHUP', () => {
    try {
      server.reloadTls();
      log.event('info', 'Read the certificate again.');
    } catch {
      log.event(
        'error',
        'The new TLS files can’t be used, so the old ones stay. Correct them and send SIGHUP.',
      );
    }
  });
}
