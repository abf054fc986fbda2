import { connect } from 'node:net';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKey, idOf } from '../../server/keys.ts';
import type { KeyStore } from '../../server/store/key-store.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { startTestServer, type TestServer } from './support/test-server.ts';

const PASSWORD = '/v1/generate/password';
const UNAUTHORIZED = '{"error":"Unauthorized access","code":"UNAUTHORIZED"}';
const JSON_TYPE = { 'content-type': 'application/json' };

let server: TestServer;
let key: string;
beforeAll(async () => {
  // Proxies give each test an address of its own, so that none uses up the attempts of another.
  server = await startTestServer({ proxies: ['127.0.0.1'] });
  key = await server.newKey();
});
afterAll(() => server.close());

let lastAddress = 0;
const anyAddress = () => ({ 'x-forwarded-for': `203.0.113.${++lastAddress % 250}` });

async function expectProblem(
  response: Response,
  status: number,
  code: string,
): Promise<Record<string, unknown>> {
  const body = await response.json();
  expect({ status: response.status, code: body.code }).toEqual({ status, code });
  expect(body.error).toMatch(/^[A-Z“]/);
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  return body;
}

describe('400', () => {
  it.each([
    ['no JSON', '{"length":', JSON_TYPE],
    ['no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), JSON_TYPE],
    ['no object', '[1]', JSON_TYPE],
    ['nothing', '', JSON_TYPE],
  ])('refuses a body that is %s', async (_, body, headers) => {
    const response = await server.call(PASSWORD, key, { method: 'POST', body, headers });
    await expectProblem(response, 400, 'MALFORMED');
  });

  it('refuses a query with broken percent-encoding', async () => {
    await expectProblem(await server.call(`${PASSWORD}?exclude=%ff`, key), 400, 'MALFORMED');
  });

  it.each([
    ['what is no HTTP', 'HELLO\r\n\r\n', '400 Bad Request'],
    [
      'too large headers',
      `GET / HTTP/1.1\r\nhost: x\r\na: ${'b'.repeat(20_000)}\r\n\r\n`,
      '431 Request Header',
    ],
  ])('answers %s in the same shape', async (_, sent, status) => {
    const answer = await raw(server.url, sent);
    expect(answer).toContain(`HTTP/1.1 ${status}`);
    expect(answer).toContain('cache-control: no-store');
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ code: 'MALFORMED' });
  });
});

describe('401', () => {
  const other = createKey().key;
  it.each([
    ['missing', undefined, 'missing', 'unparsable'],
    ['empty', '', 'malformed', 'unparsable'],
    ['malformed', 'hello', 'malformed', 'unparsable'],
    ['mistyped', `${other.slice(0, -1)}${other.endsWith('0') ? '1' : '0'}`, 'malformed', 'unparsable'],
    ['unknown', other, 'unknown', idOf(other)],
  ])('answers a key that is %s, and logs the reason and no key', async (_, given, reason, id) => {
    await expectUnauthorized(given, reason, id);
  });

  it('answers the same for a wrong secret, an expired key and a revoked one', async () => {
    const [wrong, expired, revoked] = await Promise.all([
      server.newKey(),
      server.newKey({ expiresAt: Date.now() - 1 }),
      server.newKey(),
    ]);
    await server.store.revoke(idOf(revoked) ?? '', Date.now());
    await expectUnauthorized(withId(idOf(wrong) ?? ''), 'wrong', idOf(wrong));
    await expectUnauthorized(expired, 'expired', idOf(expired));
    await expectUnauthorized(revoked, 'revoked', idOf(revoked));
  });

  async function expectUnauthorized(given: string | undefined, reason: string, id: string | undefined) {
    const before = server.lines.length;
    const headers = anyAddress();
    const response = await server.call(PASSWORD, given, { headers });
    expect(response.status).toBe(401);
    expect(await response.text()).toBe(UNAUTHORIZED);
    expect(response.headers.get('ratelimit')).toBeNull();
    const refused = server.lines.slice(before).map((line) => JSON.parse(line));
    const attempt = { address: headers['x-forwarded-for'], key: id, reason, route: PASSWORD };
    expect(refused.filter(({ msg }) => msg === 'refused')).toMatchObject([attempt]);
    if (given) expect(server.lines.slice(before).join()).not.toContain(given);
  }
});

/** A key of our shape with an id of choice: its secret is wrong. */
function withId(id: string): string {
  const body = `pmint_${id}_${'0'.repeat(64)}`;
  return `${body}_${crc32(body).toString(16).padStart(8, '0')}`;
}

describe('403', () => {
  it.each([
    ['password', PASSWORD],
    ['passphrase', '/v1/generate/passphrase'],
    ['pin', '/v1/generate/pin'],
    ['admin', '/v1/admin/keys'],
  ] as const)('refuses a key without the scope %s', async (scope, path) => {
    const poor = await server.newKey({ scopes: scope === 'pin' ? ['password'] : ['pin'] });
    const body = await expectProblem(await server.call(path, poor), 403, 'FORBIDDEN');
    expect(body.error).toContain(scope);
  });

  it.each([
    ['bulk', { count: 2 }],
    ['rules', { rules: 'minlength: 8' }],
  ])('refuses a body that needs the scope %s', async (scope, body) => {
    const poor = await server.newKey({ scopes: ['password'] });
    const problem = await expectProblem(await server.post(PASSWORD, poor, body), 403, 'FORBIDDEN');
    expect(problem.error).toContain(scope);
  });

  it.each(['10.1.0.0/16', '2001:db8::/32'])('lets a key be used only from %s', async (range) => {
    const inside = range.startsWith('10') ? '10.1.2.3' : '2001:db8:1::5';
    const bound = await server.newKey({ addresses: [range] });
    const from = (address: string) =>
      server.call(PASSWORD, bound, { headers: { 'x-forwarded-for': address } });
    expect((await from(inside)).status).toBe(200);
    expect((await from(`::ffff:${range.startsWith('10') ? '10.1.9.9' : '10.1.2.3'}`)).status).toBe(
      range.startsWith('10') ? 200 : 403,
    );
    await expectProblem(await from('198.51.100.7'), 403, 'FORBIDDEN');
  });
});

describe('404 and 405', () => {
  it('answers unknown paths', async () => {
    await expectProblem(await server.call('/v1/generate/passwords', key), 404, 'NOT_FOUND');
  });

  it.each([
    ['DELETE', PASSWORD, 'GET, POST, HEAD'],
    ['POST', '/v1/generate/pin', 'GET, HEAD'],
    ['OPTIONS', PASSWORD, 'GET, POST, HEAD'],
    ['PUT', '/healthz', 'GET, HEAD'],
  ])('answers %s %s with the methods that there are', async (method, path, allow) => {
    const response = await server.call(path, key, { method });
    await expectProblem(response, 405, 'METHOD_NOT_ALLOWED');
    expect(response.headers.get('allow')).toBe(allow);
  });
});

describe('413, 414, 415', () => {
  it('refuses a large body, announced or not', async () => {
    const body = JSON.stringify({ exclude: 'a'.repeat(17_000) });
    const announced = await server.call(PASSWORD, key, { method: 'POST', body, headers: JSON_TYPE });
    await expectProblem(announced, 413, 'PAYLOAD_TOO_LARGE');
    const chunked = new Blob([body]).stream();
    const init = { method: 'POST', body: chunked, duplex: 'half', headers: JSON_TYPE } as RequestInit;
    await expectProblem(await server.call(PASSWORD, key, init), 413, 'PAYLOAD_TOO_LARGE');
  });

  it('refuses a long address', async () => {
    await expectProblem(await server.call(`/?${'a'.repeat(8200)}`), 414, 'URI_TOO_LONG');
  });

  it.each([
    ['no type', {}],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['another encoding', { ...JSON_TYPE, 'content-encoding': 'gzip' }],
  ])('refuses a body of %s', async (_, headers) => {
    const response = await server.call(PASSWORD, key, {
      method: 'POST',
      body: new Uint8Array([123, 125]),
      headers,
    });
    await expectProblem(response, 415, 'UNSUPPORTED_MEDIA_TYPE');
  });
});

describe('422', () => {
  it.each([
    ['simbols=false', 'simbols', 'unknown'],
    ['length=20&length=8', 'length', undefined],
    ['site=a.example&site=b.example', 'site', undefined],
    ['length=twenty', 'length', undefined],
    ['length=3', 'length', undefined],
    ['length=129', 'length', undefined],
    ['symbols=yes', 'symbols', undefined],
    ['site=no%20domain', 'site', undefined],
    [`exclude=${'a'.repeat(201)}`, 'exclude', undefined],
    ['uppercase=false&lowercase=false&numbers=false&symbols=false', 'classes', 'no_class'],
    ['exclude=0123456789', 'exclude', 'class_emptied'],
  ])('refuses ?%s and names %s', async (query, field, problem) => {
    const body = await expectProblem(await server.call(`${PASSWORD}?${query}`, key), 422, 'VALIDATION_ERROR');
    expect(body.details).toEqual({ field, ...(problem && { problem }) });
  });

  it.each([
    ['/v1/generate/passphrase?words=2', 'words'],
    ['/v1/generate/passphrase?capitals=some', 'capitals'],
    ['/v1/generate/passphrase?words=4&words=5', 'words'],
    ['/v1/generate/pin?length=33', 'length'],
    ['/v1/generate/pin?avoid_dates=1', 'avoid_dates'],
    ['/v1/generate/pin?site=a.example', 'site'],
  ])('refuses %s', async (path, field) => {
    const body = await expectProblem(await server.call(path, key), 422, 'VALIDATION_ERROR');
    expect(body.details).toMatchObject({ field });
  });

  it.each([
    [{ length: '20' }, 'length', undefined],
    [{ count: 0 }, 'count', undefined],
    [{ count: 1001 }, 'count', undefined],
    [{ symbols: null }, 'symbols', undefined],
    [{ simbols: true }, 'simbols', 'unknown'],
    [{ rules: 'maxlength 12' }, 'rules', expect.any(String)],
    [{ rules: 'minlength: 20; maxlength: 10' }, 'rules', expect.any(String)],
    [{ rules: 'required: [~]', exclude: '~' }, 'exclude', 'unmeetable'],
    [
      { length: 4, uppercase: false, lowercase: false, symbols: false, exclude: '23456789', count: 1000 },
      'count',
      'too_few',
    ],
  ])('refuses the body %j', async (body, field, problem) => {
    const problemBody = await expectProblem(await server.post(PASSWORD, key, body), 422, 'VALIDATION_ERROR');
    expect(problemBody.details).toEqual({ field, ...(problem && { problem }) });
  });

  it('repeats no value of the request', async () => {
    const secret = 'Zq~Zq~Zq';
    const response = await server.call(`${PASSWORD}?length=${secret}&exclude=${secret}`, key);
    expect(await response.text()).not.toContain(secret);
  });
});

describe('429', () => {
  it('lets a key do as much as its limit, and says when the next request is accepted', async () => {
    const limited = await server.newKey({ limitPerMinute: 3 });
    const answers = [];
    for (let i = 0; i < 4; i++) answers.push(await server.call(PASSWORD, limited));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual(['2', '1', '0', '0']);
    const [first, , , last] = answers as [Response, Response, Response, Response];
    expect(first.headers.get('ratelimit-policy')).toBe('"minute";q=3;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"minute";r=2;t=\d+$/);
    const reset = Number(last.headers.get('x-ratelimit-reset'));
    expect(reset).toBeGreaterThan(Date.now() / 1000 - 1);
    expect(reset).toBeLessThanOrEqual(Date.now() / 1000 + 61);
    const body = await expectProblem(last, 429, 'RATE_LIMIT_EXCEEDED');
    expect(String(body.retry_after)).toBe(last.headers.get('retry-after'));
  });

  it('lets an address fail 20 times a minute, and never shuts out a good key', async () => {
    const good = await server.newKey();
    const headers = { 'x-forwarded-for': '198.51.100.20' };
    expect((await server.call(PASSWORD, good, { headers })).status).toBe(200);
    const statuses = [];
    for (let i = 0; i < 22; i++) statuses.push((await server.call(PASSWORD, 'wrong', { headers })).status);
    expect(statuses).toEqual([...Array(20).fill(401), 429, 429]);
    expect((await server.call(PASSWORD, good, { headers })).status).toBe(200);
    const fresh = await server.newKey();
    const refused = await server.call(PASSWORD, fresh, { headers });
    await expectProblem(refused, 429, 'RATE_LIMIT_EXCEEDED');
    expect((await server.call(PASSWORD, fresh, { headers: anyAddress() })).status).toBe(200);
  });

  it('counts the addresses of one IPv6 customer together', async () => {
    const from = (host: number) =>
      server.call(PASSWORD, 'wrong', { headers: { 'x-forwarded-for': `2001:db8:7:7::${host}` } });
    const statuses = [];
    for (let i = 1; i <= 21; i++) statuses.push((await from(i)).status);
    expect(statuses).toEqual([...Array(20).fill(401), 429]);
  });

  it('counts good keys not as attempts', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.30' };
    const keys = await Promise.all(Array.from({ length: 25 }, () => server.newKey()));
    for (const each of keys) expect((await server.call(PASSWORD, each, { headers })).status).toBe(200);
  });
});

describe('503', () => {
  it('never answers 401 or 200 to a good key while the store is down', async () => {
    const store = await openSqlite(':memory:');
    let isDown = false;
    const failing: KeyStore = {
      ...store,
      find: (id) => (isDown ? Promise.reject(new Error('down')) : store.find(id)),
      ping: () => (isDown ? Promise.reject(new Error('down')) : store.ping()),
    };
    const other = await startTestServer({ store: failing });
    const [good, unused] = [await other.newKey(), await other.newKey()];
    expect((await other.call(PASSWORD, good)).status).toBe(200);
    isDown = true;
    const response = await other.call(PASSWORD, unused);
    expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
    await expectProblem(response, 503, 'STORE_UNAVAILABLE');
    await expectProblem(await other.call('/readyz'), 503, 'STORE_UNAVAILABLE');
    expect((await other.call('/healthz')).status).toBe(200);
    await expect.poll(async () => (await other.call(PASSWORD, good)).status).toBe(503);
    isDown = false;
    expect((await other.call(PASSWORD, good)).status).toBe(200);
    await other.close();
  });
});

/** Sends bytes and returns all that comes back. */
function raw(url: string, sent: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(sent));
    let answer = '';
    socket.setEncoding('utf8').on('data', (text) => {
      answer += text;
    });
    socket.on('close', () => resolve(answer)).on('error', reject);
  });
}
