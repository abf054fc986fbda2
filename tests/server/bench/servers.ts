// The servers that the bench compares, in one process of their own: the real one, a constant JSON with the
// same headers and log, and a bare constant. The parent asks for the processor time that it has used.
import { openSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { destination } from 'pino';
import { keyAdmin } from '../../../server/key-admin.ts';
import { DEFAULT_SCOPES } from '../../../server/keys.ts';
import { memoryLimits } from '../../../server/limits/rate-limits.ts';
import { createLog } from '../../../server/log.ts';
import { SAFE_HEADERS } from '../../../server/reply.ts';
import { startServer } from '../../../server/start.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import { MAIN } from '../support/test-server.ts';

const KEYS = Number(process.argv[2] ?? 1);

// What a log costs without the disk behind it.
const log = createLog('info', destination({ fd: openSync('/dev/null', 'w'), sync: true }));
const store = await openSqlite(':memory:');
const admin = keyAdmin(store, Date.now);
const keys: string[] = [];
for (let made = 0; made < KEYS; made++) {
  const settings = { label: '', scopes: DEFAULT_SCOPES, addresses: [], limitPerMinute: 1_000_000 };
  keys.push((await admin.create({ ...settings, expiresAt: undefined })).key);
}
const real = await startServer({
  host: '127.0.0.1',
  port: 0,
  keys: { store },
  limits: memoryLimits(),
  log,
  proxies: [],
  allowedHosts: [],
  workerUrl: MAIN,
});

const BODY = JSON.stringify({
  password: 'kX9#mP2$vL7@nQ4!',
  length: 16,
  entropy_bits: 104.6,
  strength: 'very_strong',
  admissible: '30583281110353122281067034705920',
});
const ID = 'f1f2c9ab-37a4-4b62-9f5c-5b3f0f2e7d11';
const HEADERS = {
  ...SAFE_HEADERS,
  'x-request-id': ID,
  ratelimit: '"minute";r=999999;t=60',
  'ratelimit-policy': '"minute";q=1000000;w=60',
  'x-ratelimit-limit': '1000000',
  'x-ratelimit-remaining': '999999',
  'x-ratelimit-reset': '1795939200',
  'content-type': 'application/json',
};

const constant = new Hono();
constant.get('/v1/generate/password', () => {
  const startedMs = performance.now();
  const visit = { id: ID, startedMs, address: '127.0.0.1' };
  const ms = performance.now() - startedMs;
  log.request(visit, { method: 'GET', route: '/v1/generate/password', status: 200, ms });
  return new Response(BODY, { status: 200, headers: HEADERS });
});

const listen = async (listener: http.RequestListener) => {
  const server = http.createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const urls = {
  real: real.url,
  constant: await listen(getRequestListener(constant.fetch)),
  bare: await listen((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(BODY);
  }),
};

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuUs: user + system, rss: process.memoryUsage.rss() });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ urls, keys });
