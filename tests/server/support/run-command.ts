import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { run } from '../../../server/command-line/program.ts';
import { endOf } from './end-of.ts';
import { MAIN } from './test-server.ts';

/** What a command printed and how it ended. */
export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

type Env = Readonly<Record<string, string | undefined>>;

const main = fileURLToPath(MAIN);

/** The variables of this process without those that the server reads. */
const clean = ({ DATABASE_URL: _, REDIS_URL: __, PASSMINT_API_KEY: ___, ...env }: NodeJS.ProcessEnv) => env;

/** Runs the command line to its end in this process, which is much faster. */
export async function runInProcess(args: readonly string[], env: Env = {}): Promise<Ended> {
  const [out, err]: string[][] = [[], []];
  const status = await run(args, {
    out: (text) => void out?.push(text),
    err: (text) => void err?.push(text),
    env: { ...clean(process.env), ...env },
    workerUrl: MAIN,
  });
  return { status, out: out?.join('\n') ?? '', err: err?.join('\n') ?? '' };
}

/** Runs the server's command line to its end in a process of its own. */
export async function runCommand(args: readonly string[], env: Env = {}): Promise<Ended> {
  const child = spawn(process.execPath, [main, ...args], { env: { ...clean(process.env), ...env } });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, out, err };
}

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** All that it has printed so far. */
  output(): string;
  /** Sends a signal and waits for the end. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts a server in a process of its own and waits until it listens. */
export async function startProcess(
  args: readonly string[],
  env: Env = {},
  file: string = main,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [file, ...args], { env: { ...clean(process.env), ...env } });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (text: string) => {
      output += text;
      const found = /Listening on (https?:\/\/[^ ]+)\. /.exec(output)?.[1];
      if (found) resolve(found);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    void ended.then((status) => reject(new Error(`The server ended with ${status}: ${output}`)));
  });
  return {
    url,
    child,
    output: () => output,
    end(signal = 'SIGTERM') {
      child.kill(signal);
      return endOf(child);
    },
  };
}
