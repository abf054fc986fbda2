import { isMainThread, parentPort } from 'node:worker_threads';

// The first file of the server. It imports the rest only on a Node that can run it, so that an older one
// gives a sentence. The same file, in a worker, reads the rules of requests.

const OLDEST_NODE = 24;

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  process.stderr.write(`This is Node ${process.versions.node}. The server needs Node 24 or newer.\n`);
  process.exitCode = 2;
} else if (isMainThread) void start();
else if (parentPort) void read(parentPort);

async function start(): Promise<void> {
  const { run } = await import('./command-line/program.ts');
  process.exitCode = await run(process.argv.slice(2), {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    env: process.env,
    workerUrl: new URL(import.meta.url),
  });
}

async function read(port: NonNullable<typeof parentPort>): Promise<void> {
  const { answerRules } = await import('./rules/worker.ts');
  answerRules(port);
}
