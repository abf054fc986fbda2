import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { callServer, errorOf, GOOD, KEY, optionsOf, replyWith } from '../../support/api-call.ts';
import { type StubApi, startStubApi } from '../../support/stub-api.ts';
import { reply } from '../../support/stub-behaviours.ts';

let stub: StubApi;
let elsewhere: StubApi;

beforeAll(async () => {
  [stub, elsewhere] = await Promise.all([startStubApi(), startStubApi()]);
});
afterEach(() => {
  stub.reset();
  elsewhere.reset();
});
afterAll(() => Promise.all([stub.close(), elsewhere.close()]));

describe('a good reply', () => {
  it('gives the password, our own upper bound, and the server’s claims separately', async () => {
    stub.behave(reply(200, { ...replyWith(GOOD), entropy_bits: 105.2, strength: 'very_strong' }));
    expect(await callServer(stub.url)).toEqual({
      ok: true,
      password: GOOD,
      entropyAtMostBits: 104.6,
      strengthAtMost: 'very_strong',
      serverClaims: { entropyBits: 105.2, strength: 'very_strong' },
      durationMs: expect.any(Number),
      requests: 1,
    });
  });

  it('was requested with the key only in its header, and without default parameters', async () => {
    await callServer(stub.url);
    await callServer(stub.url, {
      options: optionsOf({ length: 20, symbols: false, exclude: 'a&b', avoidLookAlikes: true }),
    });
    const [first, second] = stub.requests;
    expect(first).toMatchObject({ method: 'GET', path: '/v1/generate/password' });
    expect(first?.headers).toMatchObject({ 'x-api-key': KEY, accept: 'application/json' });
    expect(first?.headers.cookie ?? first?.headers.referer).toBeUndefined();
    expect(String(first?.query)).toBe('');
    expect(Object.fromEntries(second?.query ?? [])).toEqual({
      length: '20',
      symbols: 'false',
      exclude: "a&bIl1|!O0o'`",
    });
  });

  it('was requested so that nothing forwards the key or stores the response', async () => {
    const inits: RequestInit[] = [];
    const fetch = (_url: string, init: RequestInit) => {
      inits.push(init);
      return Promise.reject(new TypeError('Failed to fetch'));
    };
    expect(await callServer(stub.url, {}, { fetch })).toMatchObject({ ok: false, requests: 1 });
    const strict = { method: 'GET', credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' };
    expect(inits).toEqual([
      expect.objectContaining({ ...strict, redirect: 'error' }),
      expect.objectContaining({ ...strict, redirect: 'manual', headers: { accept: 'application/json' } }),
    ]);
  });

  it('was requested by a `fetch` that is not a method of another object, as browsers demand', async () => {
    const callers: unknown[] = [];
    const bare = function (this: unknown, url: string, init: RequestInit) {
      callers.push(this);
      return fetch(url, init);
    };
    expect(await callServer(stub.url, {}, { fetch: bare })).toMatchObject({ ok: true });
    expect(callers).toEqual([undefined]);
  });

  it('is read whatever its content type, and with a byte order mark', async () => {
    const json = JSON.stringify(replyWith(GOOD));
    stub.behave(reply(200, json, { 'content-type': 'text/plain' }));
    expect(await callServer(stub.url)).toMatchObject({ ok: true });
    stub.behave(reply(200, `\ufeff${json}`));
    expect(await callServer(stub.url)).toMatchObject({ ok: true, password: GOOD });
    stub.behave(reply(200, '<p>', { 'content-type': 'application/json' }));
    expect(await callServer(stub.url)).toMatchObject({ error: { code: 'not_json' } });
  });
});

describe('a body that is not a reply', () => {
  it.each([
    ['HTML', '<!doctype html><title>Sign in</title>', 'not_json'],
    ['an unclosed tag', '<p>', 'not_json'],
    ['nothing', '', 'not_json'],
    ['half of a reply', `{"password":"${GOOD}"`, 'not_json'],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), 'not_json'],
    ['JSON nested 60,000 deep', '['.repeat(30_000) + ']'.repeat(30_000), 'not_contract'],
    ['null', 'null', 'not_contract'],
    ['a list', JSON.stringify([replyWith(GOOD)]), 'not_contract'],
    ['a string', JSON.stringify(GOOD), 'not_contract'],
    ['no password', { length: 16 }, 'not_contract'],
    ['a number for a password', { password: 1234567812345678 }, 'not_contract'],
    ['an empty password', { password: '' }, 'not_contract'],
    ['a length that is not the password’s', { password: GOOD, length: 12 }, 'not_contract'],
    ['a length that is a text', { password: GOOD, length: '16' }, 'not_contract'],
  ])('%s', async (_name, body, code) => {
    stub.behave(reply(200, body));
    expect(await errorOf(stub.url)).toEqual({ code, status: 200 });
  });

  it('does not include one with invalid figures, which are left out', async () => {
    for (const figures of [
      { entropy_bits: 'many', strength: 5 },
      { entropy_bits: -1, strength: '<b>strong</b>' },
      { entropy_bits: null, strength: 'x'.repeat(99) },
    ]) {
      stub.behave(reply(200, { ...replyWith(GOOD), ...figures }));
      expect(await callServer(stub.url)).toMatchObject({ ok: true, serverClaims: {} });
    }
  });
});

describe('a password that breaks the request', () => {
  it.each([
    ['wrong_length', GOOD.slice(1), {}],
    ['wrong_length', `${GOOD}x`, {}],
    ['not_printable_ascii', `${GOOD.slice(1)}é`, {}],
    ['not_printable_ascii', `${GOOD.slice(1)} `, {}],
    ['not_printable_ascii', `${GOOD.slice(1)}\n`, {}],
    ['not_printable_ascii', `${GOOD.slice(1)}\u0000`, {}],
    ['not_printable_ascii', `${GOOD.slice(1)}\ud83d`, {}],
    ['disabled_class', GOOD, { symbols: false }],
    ['excluded_character', GOOD, { exclude: 'Q' }],
    ['look_alike', GOOD.replace('k', 'l'), { avoidLookAlikes: true }],
    ['missing_class', GOOD.replace(/\d/g, 'x'), {}],
  ] as const)('%s', async (reason, password, options) => {
    stub.behave(reply(200, replyWith(password)));
    const result = await callServer(stub.url, { options: optionsOf(options) });
    expect(result).toMatchObject({ ok: false, error: { code: 'not_as_asked', status: 200, reason } });
    expect(Object.keys(result.ok ? {} : result.error).sort()).toEqual(['code', 'reason', 'status']);
  });

  it('includes one that was seen before', async () => {
    stub.behave(reply(200, replyWith(GOOD)));
    const seen = new Set([GOOD]);
    expect(await errorOf(stub.url, { seen: (password) => seen.has(password) })).toMatchObject({
      code: 'not_as_asked',
      reason: 'seen_before',
    });
  });
});
