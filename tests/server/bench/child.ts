import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { canInstall, install } from '../../../scripts/browsers/apt.ts';
import { until } from '../../../scripts/browsers/until.ts';
import { freePort } from '../support/services.ts';

/** The servers of the bench in their process. */
export interface BenchServers {
  readonly urls: Readonly<Record<'real' | 'constant' | 'bare', string>>;
  readonly keys: readonly string[];
  /** The processor time that the process has used, in microseconds, and its resident bytes. */
  usage(): Promise<{ readonly cpuUs: number; readonly rss: number }>;
  close(): void;
}

/** Starts the servers with so many keys. */
export async function startServers(keys: number): Promise<BenchServers> {
  const child = fork(new URL('servers.ts', import.meta.url), [String(keys)]);
  const [ready] = await once(child, 'message');
  return {
    ...ready,
    async usage() {
      child.send('usage');
      const [usage] = await once(child, 'message');
      return usage;
    },
    close: () => child.disconnect(),
  };
}

const hasFlask = () => spawnSync('/usr/bin/python3', ['-c', 'import flask, gunicorn']).status === 0;

/** Starts the Flask app under gunicorn with two workers; `undefined` where there is none to be had. */
export async function startFlask(key: string): Promise<{ url: string; child: ChildProcess } | undefined> {
  if (!hasFlask() && canInstall()) install(['python3-flask', 'python3-gunicorn']);
  if (!hasFlask()) return undefined;
  const port = await freePort();
  const args = [
    '-m',
    'gunicorn',
    '-w',
    '2',
    '--access-logfile',
    '/dev/null',
    '-b',
    `127.0.0.1:${port}`,
    'flask_app:app',
  ];
  const env = { ...process.env, API_KEY: key };
  const child = spawn('/usr/bin/python3', args, { cwd: import.meta.dirname, env, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await until('Flask to answer', () =>
    fetch(url).then(
      () => true,
      () => false,
    ),
  );
  return { url, child };
}
