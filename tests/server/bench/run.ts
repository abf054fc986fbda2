// `npm run bench:server`: what a request costs, beside constants and the usual Flask app. `-- --timing`
// compares the times of wrong secrets, `-- --soak` sends a million requests.
import { type BenchServers, startFlask, startServers } from './child.ts';
import { type LoadResult, sendLoad } from './load.ts';
import { timing } from './timing.ts';

const ROUNDS = 7;
const REQUESTS = 4000;
const CONNECTIONS = 16;
const PATH = '/v1/generate/password?length=20';

const LIMITS = { constant: 2, flask: 5, passwords: 200_000, t: 4.5, memory: 1.2 };

const get = (key: string) => `GET ${PATH} HTTP/1.1\r\nhost: bench\r\nx-api-key: ${key}\r\n\r\n`;
const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

let isWithin = true;

function report(text: string, value: number, isGood: boolean, limit: string): void {
  console.log(`${isGood ? 'ok  ' : 'MISS'} ${text}: ${value.toLocaleString('en')} (${limit})`);
  isWithin &&= isGood;
}

/** Loads each server in turn, round by round, so that a change of the machine meets all alike. */
async function compare(servers: BenchServers): Promise<void> {
  const [key = ''] = servers.keys;
  const flask = await startFlask(key);
  const names = ['real', 'constant', 'bare'] as const;
  const cpu: Record<string, number[]> = { real: [], constant: [], bare: [] };
  const loads: Record<string, LoadResult[]> = { real: [], constant: [], bare: [], flask: [] };
  for (let round = -1; round < ROUNDS; round++) {
    for (const name of names) {
      const before = await servers.usage();
      const load = await sendLoad({ url: servers.urls[name], ...SIZE, request: () => get(key) });
      const { cpuUs } = await servers.usage();
      if (load.errors > 0) throw new Error(`${load.errors} errors of ${name}`);
      if (round < 0) continue;
      cpu[name]?.push((cpuUs - before.cpuUs) / REQUESTS);
      loads[name]?.push(load);
    }
    if (flask && round >= 0)
      loads.flask?.push(
        await sendLoad({
          url: flask.url,
          ...SIZE,
          connections: 2,
          isClosing: true,
          requests: 1000,
          request: () => get(key),
        }),
      );
  }
  flask?.child.kill();
  const rate = (name: string) =>
    median((loads[name] ?? []).map(({ requests, seconds }) => requests / seconds));
  for (const name of flask ? [...names, 'flask'] : names) {
    const p99 = median((loads[name] ?? []).map((load) => load.p99)).toFixed(1);
    const us = cpu[name] ? `${median(cpu[name]).toFixed(1)} µs of processor time, ` : '';
    console.log(
      `     ${name}: ${us}${Math.round(rate(name)).toLocaleString('en')} requests/s, p99 ${p99} ms`,
    );
  }
  const ratio = (name: string) =>
    median((cpu.real ?? []).map((us, i) => us / (cpu[name]?.[i] ?? Number.NaN)));
  const toConstant = Math.round(ratio('constant') * 100) / 100;
  report(
    'processor time × a constant with the same headers and log',
    toConstant,
    toConstant <= LIMITS.constant,
    'at most 2',
  );
  console.log(`     × a bare constant: ${ratio('bare').toFixed(2)}`);
  if (!flask) return console.log('LEFT OUT: python3-flask and gunicorn are not installed.');
  const toFlask = Math.round((rate('real') / rate('flask')) * 10) / 10;
  report(
    'requests/s × Flask under gunicorn with two workers',
    toFlask,
    toFlask >= LIMITS.flask,
    'at least 5',
  );
}

const SIZE = { requests: REQUESTS, connections: CONNECTIONS };

async function stream(servers: BenchServers): Promise<void> {
  const body = '{"count":1000}';
  const [key = ''] = servers.keys;
  const head = `POST /v1/generate/password HTTP/1.1\r\nhost: bench\r\nx-api-key: ${key}\r\n`;
  const types = 'accept: application/x-ndjson\r\ncontent-type: application/json\r\n';
  const request = () => `${head}${types}content-length: ${body.length}\r\n\r\n${body}`;
  const rates: number[] = [];
  for (let round = -1; round < 5; round++) {
    const load = await sendLoad({ url: servers.urls.real, requests: 200, connections: 4, request });
    if (load.errors > 0) throw new Error(`${load.errors} errors of the stream`);
    if (round >= 0) rates.push((load.requests * 1000) / load.seconds);
  }
  const rate = Math.round(median(rates));
  report('passwords/s by NDJSON', rate, rate >= LIMITS.passwords, 'at least 200,000');
}

async function soak(): Promise<void> {
  const servers = await startServers(1000);
  const part = 200_000;
  const memory: number[] = [];
  let errors = 0;
  for (let sent = 0; sent < 1_000_000; sent += part) {
    const request = (index: number) => get(servers.keys[index % servers.keys.length] ?? '');
    const load = await sendLoad({
      url: servers.urls.real,
      requests: part,
      connections: CONNECTIONS,
      request,
    });
    errors += load.errors;
    memory.push((await servers.usage()).rss);
    const mb = Math.round((memory.at(-1) ?? 0) / 1e6);
    console.log(`     ${(sent + part).toLocaleString('en')} requests, ${errors} errors, ${mb} MB`);
  }
  servers.close();
  const growth = Math.round(((memory.at(-1) ?? 0) / (memory[0] ?? 1)) * 100) / 100;
  report('errors of 1,000,000 requests with 1,000 keys', errors, errors === 0, 'none');
  report('memory at the end × that after 200,000', growth, growth <= LIMITS.memory, 'at most 1.2');
}

if (process.argv.includes('--timing')) {
  const { t, samples } = await timing();
  const value = Math.round(t * 100) / 100;
  report(
    `Welch’s t of ${samples.toLocaleString('en')} times each`,
    value,
    Math.abs(t) < LIMITS.t,
    'between -4.5 and 4.5',
  );
} else if (process.argv.includes('--soak')) await soak();
else {
  const servers = await startServers(1);
  await compare(servers);
  await stream(servers);
  servers.close();
}
process.exitCode = isWithin ? 0 : 1;
