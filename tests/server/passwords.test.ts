import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callPasswordApi } from '../../lib/api/client.ts';
import { PRESETS } from '../../lib/api/presets.ts';
import { compile, DEFAULT_OPTIONS } from '../../lib/generator/index.ts';
import { passwordOptions } from '../../server/options.ts';
import { RulesReader } from '../../server/rules/reader.ts';
import { MAIN, startTestServer, type TestServer } from './support/test-server.ts';

const PASSWORD = '/v1/generate/password';

/** Sets that overlap, at the greatest length, make the largest automaton that the budget of a fit allows. */
const HOSTILE = {
  length: 128,
  rules: `${['adfiknpsuxz2479', 'begjloqtvy0358', 'acfhkmpruwz1469', 'bdgilnqsvx0257', 'cehjmortwy1368']
    .map((set) => `required: [${set}]`)
    .join('; ')}; minlength: 128; blocklist: abcdef, password, qwerty, letmein`,
};

let server: TestServer;
let key: string;
beforeAll(async () => {
  server = await startTestServer();
  key = await server.newKey();
});
afterAll(() => server.close());

const get = async (path: string) => (await server.call(path, key)).json();
const post = async (body: object) => (await server.post(PASSWORD, key, body)).json();

describe('a password', () => {
  it('comes with the exact number of passwords that were equally likely', async () => {
    const set = compile({ kind: 'password', length: 20, symbols: false });
    if (!set.ok) throw new Error(set.error.message);
    const reply = await get(`${PASSWORD}?length=20&symbols=false`);
    expect(reply.password).toMatch(/^[A-Za-z0-9]{20}$/);
    expect(reply).toEqual({
      password: reply.password,
      length: 20,
      entropy_bits: set.entropyBits,
      strength: 'very_strong',
      admissible: String(set.count),
    });
    expect(Math.round(10 * Math.log2(Number(reply.admissible))) / 10).toBe(reply.entropy_bits);
  });

  it('is the same to ask for by GET and by POST', async () => {
    const options = { length: 12, symbols: false, exclude: 'O0l1' };
    const byGet = await get(`${PASSWORD}?length=12&symbols=false&exclude=O0l1`);
    const byPost = await post(options);
    expect({ ...byPost, password: '' }).toEqual({ ...byGet, password: '' });
    expect(byPost.password).not.toMatch(/[O0l1]/);
  });

  it('is accepted by the client of the extension, with every option', async () => {
    const options = { ...DEFAULT_OPTIONS, length: 24, avoidLookAlikes: true, exclude: '"é' };
    const call = { preset: PRESETS['self-hosted'], baseUrl: server.url, key, options };
    const result = await callPasswordApi(call, { fetch, now: Date.now });
    expect(result).toMatchObject({ ok: true, serverClaims: { strength: 'very_strong' } });
  });

  it('tells the client of the extension when its limit ends', async () => {
    const limited = await server.newKey({ limitPerMinute: 1 });
    const call = {
      preset: PRESETS['self-hosted'],
      baseUrl: server.url,
      key: limited,
      options: DEFAULT_OPTIONS,
    };
    expect(await callPasswordApi(call, { fetch, now: Date.now })).toMatchObject({ ok: true });
    const refused = await callPasswordApi(call, { fetch, now: Date.now });
    expect(refused).toMatchObject({ ok: false, error: { code: 'rate_limited' } });
    const { retryAtMs = 0 } = refused.ok ? {} : refused.error;
    expect(retryAtMs - Date.now()).toBeGreaterThan(50_000);
  });
});

describe('site', () => {
  it('fits the bundled rules of the site and says what was changed', async () => {
    const reply = await get(`${PASSWORD}?site=www.163.com&length=30`);
    expect(reply.password).toHaveLength(16);
    expect(reply.fit).toMatchObject({
      site: 'www.163.com',
      site_rules: 'minlength: 6; maxlength: 16',
      adjustments: [{ code: 'shortened', to: 16, by: 'list' }],
    });
  });

  it('makes an ordinary password for a site without rules, and says so', async () => {
    const reply = await get(`${PASSWORD}?site=shop.example`);
    expect(reply.fit).toEqual({ site: 'shop.example', site_rules: null, adjustments: [] });
    expect(reply.admissible).toBe((await get(PASSWORD)).admissible);
  });
});

describe('rules', () => {
  it('makes passwords within a text of rules', async () => {
    const rules =
      'minlength: 20; maxlength: 24; allowed: upper, digit, [-]; required: [-]; max-consecutive: 1';
    const { passwords, fit } = await post({ rules, count: 50 });
    for (const password of passwords) {
      expect(password).toMatch(/^[A-Z0-9-]{20}$/);
      expect(password).toContain('-');
      expect(password).not.toMatch(/(.)\1/);
    }
    expect(fit.adjustments).toContainEqual({ code: 'lengthened', to: 20, by: 'own' });
  });

  it('says so where the entropy is only a lower bound', async () => {
    expect(await post({ rules: 'minlength: 8; blocklist: password' })).toMatchObject({ at_least: true });
  });

  it('keeps no other request waiting for a hostile text', async () => {
    const order: string[] = [];
    const hostile = server.post(PASSWORD, key, HOSTILE).then(() => order.push('hostile'));
    await expect.poll(() => server.lines.length, { interval: 1 }).toBeGreaterThan(0);
    for (let i = 0; i < 5; i++) await server.call(PASSWORD, key).then(() => order.push('other'));
    await hostile;
    expect(order.indexOf('hostile')).toBeGreaterThan(0);
  });

  it('ends a text that takes too long, and the next one is read by another worker', async () => {
    const reader = new RulesReader(MAIN, 20);
    const job = ({ rules, length }: { rules: string; length: number }) => ({
      input: v.parse(passwordOptions, { rules, length }),
      siteRules: undefined,
      count: 1,
    });
    const [ended, next] = await Promise.all([
      reader.read(job(HOSTILE)),
      reader.read(job({ rules: 'minlength: 8', length: 16 })),
    ]);
    expect(ended).toMatchObject({ ok: false, field: 'rules', problem: 'too_complex' });
    expect(next).toMatchObject({ ok: true });
    await reader.close();
  });

  it('refuses texts that would wait behind many others', async () => {
    const reader = new RulesReader(MAIN);
    const job = { input: v.parse(passwordOptions, HOSTILE), siteRules: undefined, count: 1 };
    const answers = Array.from({ length: 12 }, () => reader.read(job));
    expect(await answers.at(-1)).toEqual({ ok: false, field: 'overloaded' });
    await reader.close();
    expect((await Promise.all(answers)).every(({ ok }) => !ok)).toBe(true);
  });
});

describe('many passwords', () => {
  it('come as a list of different ones', async () => {
    const reply = await post({ count: 1000, length: 8 });
    expect(new Set(reply.passwords).size).toBe(1000);
    expect(reply.count).toBe(1000);
  });

  it('come as lines of JSON, each a whole reply', async () => {
    const response = await server.post(PASSWORD, key, { count: 1000 }, { accept: 'application/x-ndjson' });
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    const lines = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(new Set(lines.map(({ password }) => password)).size).toBe(1000);
    expect({ ...lines[7], password: '' }).toEqual({ ...(await get(PASSWORD)), password: '' });
  });
});

describe('other kinds', () => {
  it('makes passphrases', async () => {
    const reply = await get('/v1/generate/passphrase?words=5&separator=.&capitals=first&number=true');
    expect(reply.password).toMatch(/^(?:[A-Z][a-z-]*\d?\.){4}[A-Z][a-z-]*\d?$/);
    expect(reply.admissible).toBe(String(7776n ** 5n * 50n));
  });

  it('makes PINs', async () => {
    const reply = await get('/v1/generate/pin?length=8&avoid_dates=true&avoid_runs=true');
    expect(reply.password).toMatch(/^\d{8}$/);
    expect(BigInt(reply.admissible)).toBeLessThan(10n ** 8n);
  });
});

describe('the monitors', () => {
  it('answers without a key on this computer', async () => {
    expect(await (await server.call('/healthz')).json()).toEqual({ status: 'ok' });
    expect(await (await server.call('/readyz')).json()).toEqual({ status: 'ready' });
    const text = await (await server.call('/metrics')).text();
    expect(text).toMatch(/passmint_requests_total\{route="\/healthz",status="200"\} [1-9]/);
  });

  it('asks a proxied client of /metrics for a key with the scope admin', async () => {
    const proxied = await startTestServer({ proxies: ['127.0.0.1'] });
    const [admin, other] = [await proxied.newKey({ scopes: ['admin'] }), await proxied.newKey()];
    expect((await proxied.call('/metrics')).status).toBe(401);
    expect((await proxied.call('/metrics', other)).status).toBe(403);
    expect((await proxied.call('/metrics', admin)).status).toBe(200);
    await proxied.close();
  });
});

describe('the administration of keys', () => {
  it('creates, shows, rotates and revokes keys, and each change holds at once', async () => {
    const admin = await server.newKey({ scopes: ['admin'] });
    const made = await (
      await server.post('/v1/admin/keys', admin, { label: 'shop', scopes: ['password'], expires_in: '90d' })
    ).json();
    expect(made).toMatchObject({
      label: 'shop',
      scopes: ['password'],
      state: 'active',
      limit_per_minute: 120,
    });
    expect((await server.call(PASSWORD, made.key)).status).toBe(200);
    const next = await (
      await server.post(`/v1/admin/keys/${made.id}/rotate`, admin, { overlap: '1h' })
    ).json();
    expect(next).toMatchObject({ rotated_from: made.id, label: 'shop' });
    expect((await server.call(PASSWORD, made.key)).status).toBe(200);
    expect((await server.call(PASSWORD, next.key)).status).toBe(200);
    expect((await server.call(`/v1/admin/keys/${made.id}`, admin, { method: 'DELETE' })).status).toBe(200);
    expect((await server.call(PASSWORD, made.key)).status).toBe(401);
    const { keys } = await (await server.call('/v1/admin/keys', admin)).json();
    expect(keys.find(({ id }: { id: string }) => id === made.id)).toMatchObject({ state: 'revoked' });
    expect(JSON.stringify(keys)).not.toMatch(/hash|[0-9a-f]{64}/);
    expect((await server.post(`/v1/admin/keys/${made.id}/rotate`, admin, {})).status).toBe(422);
    expect((await server.call('/v1/admin/keys/nothing', admin)).status).toBe(404);
  });

  it.each([
    [{ scopes: [] }, 'scopes'],
    [{ scopes: ['root'] }, 'scopes'],
    [{ addresses: ['10.0.0.0/33'] }, 'addresses'],
    [{ expires_in: 'soon' }, 'expires_in'],
    [{ limit_per_minute: 0 }, 'limit_per_minute'],
    [{ label: 'a\nb' }, 'label'],
  ])('refuses %j', async (body, field) => {
    const admin = await server.newKey({ scopes: ['admin'] });
    const response = await server.post('/v1/admin/keys', admin, body);
    expect(response.status).toBe(422);
    expect((await response.json()).details).toEqual({ field });
  });
});
