import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { until } from '../../../scripts/browsers/until.ts';
import { endOf } from './end-of.ts';

/** A database or cache that a test has started. */
export interface Service {
  readonly url: string;
  readonly child: ChildProcess;
  /** Starts it again on the same port and with the same data, after it was ended. */
  restart(): Promise<void>;
  end(signal?: NodeJS.Signals): Promise<void>;
  /** Ends it and deletes its data. */
  close(): Promise<void>;
}

const isRoot = process.getuid?.() === 0;

/** The folder of PostgreSQL’s programs and the program of Redis, if both are installed. */
export function findServices(): { readonly postgres: string; readonly redis: string } | undefined {
  // A client alone has a folder of this name too.
  const server = globSync('/usr/lib/postgresql/*/bin/postgres').at(-1);
  const redis = ['/usr/bin/redis-server', '/usr/local/bin/redis-server'].find(existsSync);
  return server && redis ? { postgres: path.dirname(server), redis } : undefined;
}

/** Starts PostgreSQL on a free port. As root it runs as another user, because it refuses root. */
export async function startPostgres(bin: string): Promise<Service> {
  const folder = dataFolder('postgres');
  const port = await freePort();
  if (isRoot) {
    const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
    chownSync(folder, id('-u'), id('-g'));
  }
  const [program, before] = asPostgres();
  const data = path.join(folder, 'data');
  const made = spawnSync(program, [...before, `${bin}/initdb`, '-D', data, '-U', 'postgres', '-A', 'trust'], {
    cwd: '/',
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(made.stderr);
  const args = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-c', 'fsync=off'];
  const start = () => spawn(program, [...before, `${bin}/postgres`, ...args], { cwd: '/', stdio: 'ignore' });
  const url = `postgres://postgres:db-secret-97@127.0.0.1:${port}/postgres`;
  return service(url, port, folder, start, async () => {
    const ready = spawnSync(`${bin}/pg_isready`, ['-h', '127.0.0.1', '-p', String(port)]);
    return ready.status === 0;
  });
}

/** setpriv replaces itself by the program, so that signals reach it. */
function asPostgres(): [string, string[]] {
  if (!isRoot) return ['env', []];
  return ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups']];
}

/** Starts Redis on a free port. */
export async function startRedis(program: string): Promise<Service> {
  const folder = dataFolder('redis');
  const port = await freePort();
  const password = 'cache-secret-31';
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--requirepass', password];
  const start = () => spawn(program, [...args, '--dir', folder], { stdio: 'ignore' });
  return service(`redis://:${password}@127.0.0.1:${port}`, port, folder, start, () => isOpen(port));
}

const dataFolder = (name: string) => mkdtempSync(path.join(os.tmpdir(), `passmint-${name}-`));

async function service(
  url: string,
  port: number,
  folder: string,
  start: () => ChildProcess,
  isReady: (port: number) => Promise<boolean>,
): Promise<Service> {
  let child = start();
  const ready = () =>
    until(`${child.spawnfile} to be ready`, () => {
      if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended with ${child.exitCode}.`);
      return isReady(port);
    });
  await ready();
  const end = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    await endOf(child);
  };
  return {
    url,
    get child() {
      return child;
    },
    async restart() {
      child = start();
      await ready();
    },
    end,
    async close() {
      child.kill('SIGCONT');
      await end('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const done = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.on('connect', () => done(true)).on('error', () => done(false));
  });
}
