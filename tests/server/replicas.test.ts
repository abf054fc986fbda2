import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess, type ServerProcess, startProcess } from './support/run-command.ts';
import { findServices, type Service, startPostgres, startRedis } from './support/services.ts';

const PASSWORD = '/v1/generate/password';
const programs = findServices();
if (!programs)
  console.warn('LEFT OUT: PostgreSQL and Redis are not installed here, so nothing of replicas was tested.');

describe.runIf(programs)('two replicas on one PostgreSQL and Redis', () => {
  let [postgres, redis]: Service[] = [];
  let replicas: ServerProcess[] = [];
  let balancer: { url: string; close: () => void };
  let env: Record<string, string>;

  beforeAll(async () => {
    if (!programs) return;
    [postgres, redis] = await Promise.all([startPostgres(programs.postgres), startRedis(programs.redis)]);
    env = { DATABASE_URL: postgres.url, REDIS_URL: redis.url };
    replicas = await Promise.all([startProcess(['--port', '0'], env), startProcess(['--port', '0'], env)]);
    balancer = await roundRobin(replicas.map(({ url }) => url));
  });
  afterAll(async () => {
    balancer?.close();
    expect(await Promise.all(replicas.map((replica) => replica.end()))).toEqual([0, 0]);
    await Promise.all([postgres?.close(), redis?.close()]);
  });

  const keys = async (...args: string[]) =>
    JSON.parse((await runInProcess(['keys', ...args, '--json'], env)).out);
  const get = (url: string, key: string) => fetch(url + PASSWORD, { headers: { 'X-API-Key': key } });
  const status = async (url: string, key: string) => (await get(url, key)).status;

  it('let exactly as many requests through as the limit, together', async () => {
    const { key } = await keys('create', '--limit', '60');
    const answers = await Promise.all(Array.from({ length: 100 }, () => status(balancer.url, key)));
    expect(answers.filter((each) => each === 200)).toHaveLength(60);
    expect(answers.filter((each) => each === 429)).toHaveLength(40);
  });

  it('refuse a key within 1.5 s after another replica has revoked it', async () => {
    const admin = await keys('create', '--scopes', 'admin');
    const { id, key } = await keys('create', '--limit', '100000');
    const [first, second] = replicas.map(({ url }) => url) as [string, string];
    expect([await status(first, key), await status(second, key)]).toEqual([200, 200]);
    const headers = { 'X-API-Key': admin.key };
    await fetch(`${first}/v1/admin/keys/${id}`, { method: 'DELETE', headers });
    const revokedAt = performance.now();
    expect(await status(first, key)).toBe(401);
    await expect.poll(() => status(second, key), { interval: 20, timeout: 1500 }).toBe(401);
    console.log(`revoked everywhere after ${Math.round(performance.now() - revokedAt)} ms`);
  });

  it('rotate a key under load without one failure', async () => {
    let { id, key } = await keys('create', '--limit', '1000000');
    const failures: number[] = [];
    let [isOver, requests] = [false, 0];
    const client = async () => {
      while (!isOver) {
        const answer = await status(balancer.url, key);
        requests++;
        if (answer !== 200) failures.push(answer);
      }
    };
    const clients = Array.from({ length: 4 }, client);
    for (let i = 0; i < 5; i++) ({ id, key } = await keys('rotate', id, '--overlap', '1m'));
    isOver = true;
    await Promise.all(clients);
    expect(failures).toEqual([]);
    expect(requests).toBeGreaterThan(20);
    console.log(`${requests} requests during 5 rotations, 0 failures`);
  });

  it.each(['SIGKILL', 'SIGSTOP'] as const)(
    'answer within 300 ms and go on limiting after %s of Redis',
    async (signal) => {
      const { key } = await keys('create', '--limit', '5');
      const [{ url }] = replicas as [ServerProcess];
      expect(await status(url, key)).toBe(200);
      if (signal === 'SIGKILL') await redis?.end('SIGKILL');
      else redis?.child.kill('SIGSTOP');
      const answers = [];
      const times = [];
      for (let i = 0; i < 12; i++) {
        const started = performance.now();
        answers.push(await status(url, key));
        times.push(performance.now() - started);
      }
      expect(new Set(answers)).toEqual(new Set([200, 429]));
      expect(answers.filter((each) => each === 200).length).toBeLessThanOrEqual(5);
      expect(answers.at(-1)).toBe(429);
      console.log(`${signal}: slowest answer ${Math.round(Math.max(...times))} ms`);
      expect(median(times)).toBeLessThan(300);
      if (signal === 'SIGKILL') await redis?.restart();
      else redis?.child.kill('SIGCONT');
      const next = await keys('create', '--limit', '60');
      await expect.poll(async () => (await get(replicas[1]?.url ?? '', next.key)).status).toBe(200);
    },
  );

  it('answer 503, never 200 or 401, while PostgreSQL is down, and 200 within 3 s of its return', async () => {
    const { key } = await keys('create', '--limit', '1000000');
    const [{ url }] = replicas as [ServerProcess];
    expect(await status(url, key)).toBe(200);
    await postgres?.end('SIGQUIT');
    const downAt = performance.now();
    const later: number[] = [];
    while (performance.now() - downAt < 3000) {
      // A request that was sent within the second may be answered after it.
      const isLater = performance.now() - downAt > 1000;
      const answer = await status(url, key);
      if (isLater) later.push(answer);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(new Set(later)).toEqual(new Set([503]));
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    await postgres?.restart();
    const backAt = performance.now();
    await expect.poll(() => status(url, key), { interval: 50, timeout: 3000 }).toBe(200);
    console.log(`200 again ${Math.round(performance.now() - backAt)} ms after PostgreSQL’s return`);
  });

  it('write no secret of a URL', () => {
    const text = replicas.map((replica) => replica.output()).join('');
    expect(text).toContain('Keys are in postgres://127.0.0.1');
    expect(text).not.toMatch(/db-secret|cache-secret/);
  });
});

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** A proxy that gives each request to the next server. */
async function roundRobin(urls: readonly string[]): Promise<{ url: string; close: () => void }> {
  let next = 0;
  const agent = new http.Agent({ keepAlive: true });
  const proxy = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', urls[next++ % urls.length]);
    const { method, headers } = request;
    const forwarded = http.request(url, { method, headers, agent }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    forwarded.on('error', () => response.writeHead(502).end());
    request.pipe(forwarded);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    close: () => {
      agent.destroy();
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}
