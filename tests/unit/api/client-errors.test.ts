import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PRESETS } from '../../../lib/api/presets.ts';
import { errorOf, KEY } from '../../support/api-call.ts';
import { type StubApi, startStubApi } from '../../support/stub-api.ts';
import { cutBody, endlessBody, hangUp, redirectTo, reply } from '../../support/stub-behaviours.ts';

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

describe('a refusal', () => {
  it.each([
    [400, 'bad_options'],
    [401, 'key_refused'],
    [402, 'not_permitted'],
    [403, 'not_permitted'],
    [404, 'wrong_url'],
    [405, 'wrong_url'],
    [418, 'unexpected_status'],
    [422, 'bad_options'],
    [429, 'rate_limited'],
    [500, 'server_fault'],
    [503, 'server_fault'],
    [599, 'server_fault'],
  ])('by status %i is %s, with the server’s text', async (status, code) => {
    stub.behave(reply(status, { error: 'Not like this.', code: 'NO' }));
    expect(await errorOf(stub.url)).toEqual({ code, status, detail: 'Not like this.' });
  });

  it.each([
    ['problem+json', { type: 'about:blank', title: 'Nope', detail: 'Too short', status: 400 }, 'Too short'],
    ['a title alone', { title: 'Nope' }, 'Nope'],
    ['a nested error', { error: { message: 'Deeper', code: 'X' } }, 'Deeper'],
    ['a code alone', { code: 'UNAUTHORIZED' }, 'UNAUTHORIZED'],
    ['HTML', '<h1>Bad</h1>', undefined],
    ['an empty body', '', undefined],
    ['a list', '[1]', undefined],
    ['other types', { error: 7, detail: null }, undefined],
  ])('is read from %s', async (_name, body, detail) => {
    stub.behave(reply(401, body));
    expect(await errorOf(stub.url)).toEqual({ code: 'key_refused', status: 401, ...(detail && { detail }) });
  });

  it('has a retry time only if waiting helps', async () => {
    stub.behave(reply(401, {}, { 'retry-after': '5' }));
    expect(await errorOf(stub.url)).toEqual({ code: 'key_refused', status: 401 });
  });

  it('stands even if its body is cut off or endless', async () => {
    for (const behaviour of [cutBody('{"error":', 401), endlessBody(401)]) {
      stub.behave(behaviour);
      expect(await errorOf(stub.url)).toEqual({ code: 'key_refused', status: 401 });
    }
  });

  it('never repeats the key, however the server does', async () => {
    const echoes = [
      KEY,
      KEY.toUpperCase(),
      `…${KEY.slice(9, 24)}`,
      [...KEY].join('\u0000'),
      [...KEY].join(' '),
    ];
    for (const echo of echoes) {
      stub.behave(reply(401, { error: `The key ${echo} is not known.` }));
      expect(await errorOf(stub.url)).toEqual({ code: 'key_refused', status: 401 });
    }
    stub.behave(reply(401, { error: 'Keys begin with tfn_live_.' }));
    expect(await errorOf(stub.url)).toMatchObject({ detail: 'Keys begin with tfn_live_.' });
  });

  it('of the key differs from bad options even if the service sends 400 for both', async () => {
    const preset = PRESETS['api-ninjas'];
    stub.behave(reply(400, { error: 'Invalid API Key.' }));
    expect(await errorOf(stub.url, { preset })).toMatchObject({ code: 'key_refused', status: 400 });
    stub.behave(reply(403, { error: 'This API key is for another service.' }));
    expect(await errorOf(stub.url, { preset })).toMatchObject({ code: 'not_permitted', status: 403 });
    stub.behave(reply(400, { error: 'Length must be a number.' }));
    expect(await errorOf(stub.url, { preset })).toMatchObject({ code: 'bad_options', status: 400 });
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])(
    'by %i is not followed: no request and no key arrive',
    async (status) => {
      stub.behave(redirectTo(`${elsewhere.url}/v1/generate/password`, status));
      expect(await errorOf(stub.url)).toEqual({ code: 'blocked', cause: 'redirect' });
      expect(elsewhere.requests).toEqual([]);
      // The second request, which detected the redirect, carried neither the key nor the query.
      expect(stub.requests.map(({ headers }) => headers['x-api-key'])).toEqual([KEY, undefined]);
    },
  );

  it('is not followed to the same server either', async () => {
    stub.behave(redirectTo('/login'), '/v1/generate/password');
    expect(await errorOf(stub.url)).toEqual({ code: 'blocked', cause: 'redirect' });
    expect(stub.requests.every(({ path }) => path === '/v1/generate/password')).toBe(true);
  });
});

describe('no reply', () => {
  it('is blocked without a response if the connection is cut before the headers', async () => {
    stub.behave(hangUp());
    expect(await errorOf(stub.url)).toEqual({ code: 'blocked', cause: 'no_server' });
  });

  it('is blocked if nothing listens there', async () => {
    const gone = await startStubApi();
    await gone.close();
    expect(await errorOf(gone.url)).toEqual({ code: 'blocked', cause: 'no_server' });
    expect(await errorOf(gone.url.replace('127.0.0.1', 'localhost'))).toMatchObject({ cause: 'no_server' });
  });

  it('may have other causes than a stopped server over https and elsewhere', async () => {
    const fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    for (const url of ['https://127.0.0.1:8443', 'https://passwords.example']) {
      expect(await errorOf(url, {}, { fetch })).toEqual({ code: 'blocked', cause: 'no_answer' });
    }
  });

  it('is offline without a network, unless the server is on this computer', async () => {
    const fails = () => Promise.reject(new TypeError('Failed to fetch'));
    const tools = { fetch: fails, online: () => false };
    expect(await errorOf('https://passwords.example', {}, tools)).toEqual({ code: 'offline' });
    expect(await errorOf('http://127.0.0.1:8787', {}, tools)).toMatchObject({ code: 'blocked' });
    expect(await errorOf('https://passwords.example', {}, { fetch: fails })).toMatchObject({
      code: 'blocked',
    });
  });

  it('is unclear if the same address responds without the key', async () => {
    const preflightRefused = (url: string, init: RequestInit) =>
      new Headers(init.headers).has('x-api-key') ? Promise.reject(new TypeError('CORS')) : fetch(url, init);
    expect(await errorOf(stub.url, {}, { fetch: preflightRefused })).toEqual({
      code: 'blocked',
      cause: 'unclear',
    });
  });
});
