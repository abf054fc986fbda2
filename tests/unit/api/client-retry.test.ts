import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Wait } from '../../../lib/api/time-limit.ts';
import { callServer, GOOD, pausesOf, replyWith } from '../../support/api-call.ts';
import { deferred } from '../../support/deferred.ts';
import { type StubApi, startStubApi } from '../../support/stub-api.ts';
import { inTurn, reply } from '../../support/stub-behaviours.ts';

let stub: StubApi;
beforeAll(async () => {
  stub = await startStubApi();
});
afterEach(() => stub.reset());
afterAll(() => stub.close());

const good = () => reply(200, replyWith(GOOD));
const noDigit = () => reply(200, replyWith(GOOD.replace(/\d/g, 'x')));

describe('a server fault', () => {
  it('is retried once, after a pause with jitter', async () => {
    stub.behave(inTurn(reply(503, {}), good()));
    const pauses: number[] = [];
    expect(await callServer(stub.url, {}, { wait: pausesOf(pauses) })).toMatchObject({
      ok: true,
      requests: 2,
    });
    expect(stub.requests).toHaveLength(2);
    expect(pauses).toHaveLength(1);
    expect(pauses[0]).toBeGreaterThanOrEqual(150);
    expect(pauses[0]).toBeLessThan(500);
  });

  it('is retried no more than once', async () => {
    stub.behave(inTurn(reply(500, {}), reply(502, { error: 'Still down' }), good()));
    expect(await callServer(stub.url)).toMatchObject({
      ok: false,
      error: { code: 'server_fault', status: 502, detail: 'Still down' },
      requests: 2,
    });
    expect(stub.requests).toHaveLength(2);
  });

  it.each([400, 401, 403, 404, 422, 429])('is not a %i, which is never retried', async (status) => {
    stub.behave(inTurn(reply(status, {}), good()));
    expect(await callServer(stub.url)).toMatchObject({ ok: false, requests: 1 });
    expect(stub.requests).toHaveLength(1);
  });

  it("is retried at the server's time, if the time limit allows", async () => {
    stub.behave(inTurn(reply(503, {}, { 'retry-after': '2' }), good()));
    const pauses: number[] = [];
    expect(await callServer(stub.url, {}, { wait: pausesOf(pauses), now: () => 1000 })).toMatchObject({
      ok: true,
    });
    expect(pauses).toEqual([2000]);
  });

  it('is reported with that time, and not retried, if that is too late', async () => {
    stub.behave(reply(503, {}, { 'retry-after': '30' }));
    expect(await callServer(stub.url, {}, { now: () => 1000 })).toMatchObject({
      error: { code: 'server_fault', retryAtMs: 31_000 },
      requests: 1,
    });
  });

  it('is reported if the time limit ends before the retry', async () => {
    stub.behave(reply(500, {}));
    const paused = deferred();
    const wait: Wait = (ms, signal) => {
      if (ms === 5000) return paused.promise;
      paused.resolve();
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
    };
    expect(await callServer(stub.url, {}, { wait })).toMatchObject({
      error: { code: 'server_fault' },
      requests: 1,
    });
  });

  it('can be cancelled in the pause', async () => {
    stub.behave(reply(500, {}));
    const controller = new AbortController();
    const wait: Wait = (ms, signal) => {
      if (ms === 5000) return new Promise(() => {});
      const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      controller.abort();
      return aborted;
    };
    expect(await callServer(stub.url, {}, { wait, signal: controller.signal })).toMatchObject({
      error: { code: 'cancelled' },
    });
  });
});

describe('a class that is missing by chance', () => {
  it('is requested again, at most twice', async () => {
    stub.behave(inTurn(noDigit(), noDigit(), good()));
    expect(await callServer(stub.url)).toMatchObject({ ok: true, password: GOOD, requests: 3 });
    stub.behave(inTurn(noDigit(), noDigit(), noDigit(), good()));
    expect(await callServer(stub.url)).toMatchObject({
      error: { code: 'not_as_asked', reason: 'missing_class' },
      requests: 3,
    });
  });

  it('is refused at once if no redraws are allowed', async () => {
    stub.behave(inTurn(noDigit(), good()));
    expect(await callServer(stub.url, { redraws: 0 })).toMatchObject({
      error: { reason: 'missing_class' },
      requests: 1,
    });
  });

  it('is the only fault with a redraw, because others do not happen by chance', async () => {
    stub.behave(inTurn(reply(200, replyWith('short')), good()));
    expect(await callServer(stub.url)).toMatchObject({ error: { reason: 'wrong_length' }, requests: 1 });
  });
});

describe('a rate limit', () => {
  const NOW = Date.UTC(2026, 0, 1, 12, 0, 0);
  const DATE = new Date(NOW).toUTCString();
  it.each([
    ['seconds', { 'retry-after': '17' }, 17],
    ['a date', { 'retry-after': 'Thu, 01 Jan 2026 12:01:00 GMT', date: 'Thu, 01 Jan 2026 12:00:00 GMT' }, 60],
    [
      'a date of a server whose clock is an hour ahead',
      {
        'retry-after': 'Thu, 01 Jan 2026 13:01:00 GMT',
        date: 'Thu, 01 Jan 2026 13:00:00 GMT',
      },
      60,
    ],
    ['RateLimit-Reset', { 'ratelimit-reset': '9' }, 9],
    ['RateLimit, the older form', { ratelimit: 'limit=10, remaining=0, reset=8' }, 8],
    ['RateLimit, the newer form', { ratelimit: '"burst";r=0;t=5, "day";r=900;t=43200' }, 5],
    ['RateLimit-Policy alone', { 'ratelimit-policy': '"default";q=100;w=60' }, 60],
    ['the latest of several', { 'retry-after': '3', 'ratelimit-reset': '9' }, 9],
    ['X-RateLimit-Reset, in seconds since 1970', { 'x-ratelimit-reset': String(NOW / 1000 + 21) }, 21],
    ['X-RateLimit-Reset, in milliseconds since 1970', { 'x-ratelimit-reset': String(NOW + 21_000) }, 21],
    [
      'X-RateLimit-Reset of a server whose clock is an hour ahead',
      { 'x-ratelimit-reset': String(NOW / 1000 + 3621), date: 'Thu, 01 Jan 2026 13:00:00 GMT' },
      21,
    ],
    [
      'no reset of a quota that is not spent',
      { 'retry-after': '3', 'x-ratelimit-reset': '900', 'x-ratelimit-remaining': '5' },
      3,
    ],
    ['none of the older form either', { 'retry-after': '3', ratelimit: 'remaining=2, reset=900' }, 3],
    ['none of the newer form either', { 'retry-after': '3', ratelimit: '"day";r=2;t=900' }, 3],
    ['an hour at most', { 'retry-after': '86400' }, 3600],
    ['RateLimit-Reset as a time', { 'ratelimit-reset': String(NOW / 1000 + 11) }, 11],
    ['a date that is over', { 'retry-after': 'Thu, 01 Jan 2026 11:00:00 GMT' }, 0],
    ['a date in no time zone', { 'retry-after': 'Thu, 01 Jan 2026 12:01:00' }, undefined],
    ['a word', { 'retry-after': 'May', ratelimit: 'soon', 'ratelimit-policy': '-' }, undefined],
    ['nothing', {}, undefined],
  ])('gives the time of the retry: %s', async (_name, headers, seconds) => {
    stub.behave(reply(429, { error: 'Slow down' }, { date: DATE, ...headers } as Record<string, string>));
    expect(await callServer(stub.url, {}, { now: () => NOW })).toEqual({
      ok: false,
      durationMs: 0,
      requests: 1,
      error: {
        code: 'rate_limited',
        status: 429,
        detail: 'Slow down',
        ...(seconds === undefined ? {} : { retryAtMs: NOW + seconds * 1000 }),
      },
    });
  });

  it.each([
    ['a number', { retry_after: 12 }, {}, 12],
    ['a text', { retry_after: '12' }, {}, 12],
    ['a part of the error', { error: { message: 'Slow down', retry_after: 12 } }, {}, 12],
    ['later than the header', { retry_after: 31 }, { 'retry-after': '9' }, 31],
    ['earlier than the header', { retry_after: 2 }, { 'retry-after': '9' }, 9],
    ['a list', { retry_after: [12] }, { 'retry-after': '9' }, 9],
    ['a negative number', { retry_after: -5 }, { 'retry-after': '9' }, 9],
  ])('gives the time of the retry in the body: %s', async (_name, body, headers, seconds) => {
    stub.behave(reply(429, body, headers as Record<string, string>));
    expect(await callServer(stub.url, {}, { now: () => NOW })).toMatchObject({
      error: { code: 'rate_limited', retryAtMs: NOW + seconds * 1000 },
    });
  });
});
