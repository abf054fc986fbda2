import { getEventListeners } from 'node:events';
import https from 'node:https';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Fetch } from '../../../lib/api/send.ts';
import type { Wait } from '../../../lib/api/time-limit.ts';
import { systemWait } from '../../../lib/api/time-limit.ts';
import { callServer, GOOD, replyWith } from '../../support/api-call.ts';
import { deferred } from '../../support/deferred.ts';
import { type StubApi, startStubApi } from '../../support/stub-api.ts';
import {
  cutBody,
  endlessBody,
  gzipBomb,
  reply,
  silence,
  stalledBody,
} from '../../support/stub-behaviours.ts';

let stub: StubApi;
beforeAll(async () => {
  stub = await startStubApi();
});
afterEach(() => stub.reset());
afterAll(() => stub.close());

/** A `fetch`, and a promise for the moment when its first headers arrived. */
function watchedFetch() {
  const headers = deferred();
  const watched: Fetch = async (url, init) => {
    const response = await fetch(url, init);
    headers.resolve();
    return response;
  };
  return { fetch: watched, headers: headers.promise };
}

describe('the time limit', () => {
  it('ends a call whose headers never come', async () => {
    stub.behave(silence());
    const wait: Wait = () => stub.received(1);
    expect(await callServer(stub.url, {}, { wait })).toMatchObject({
      ok: false,
      error: { code: 'timed_out' },
    });
  });

  it('ends a call whose body never ends', async () => {
    stub.behave(stalledBody(`{"password":"${GOOD}"`));
    const { fetch, headers } = watchedFetch();
    expect(await callServer(stub.url, {}, { fetch, wait: () => headers })).toMatchObject({
      error: { code: 'timed_out' },
    });
  });

  it('is 5 seconds unless another is set, and its timer is cleared when the call is over', async () => {
    const waits: { ms: number; signal: AbortSignal }[] = [];
    const wait: Wait = (ms, signal) => {
      waits.push({ ms, signal });
      return systemWait(ms, signal);
    };
    await callServer(stub.url, {}, { wait });
    await callServer(stub.url, {}, { wait, timeLimitMs: 60_000 });
    expect(waits.map(({ ms, signal }) => [ms, signal.aborted])).toEqual([
      [5000, true],
      [60_000, true],
    ]);
  });

  it('runs by the clock of the system', async () => {
    stub.behave(silence());
    const result = await callServer(stub.url, {}, { wait: systemWait, timeLimitMs: 20 });
    expect(result).toMatchObject({ error: { code: 'timed_out' } });
    expect(result.durationMs).toBeGreaterThanOrEqual(15);
  });

  it('does not hide a refusal whose body never ends', async () => {
    stub.behave(stalledBody('{"error":', 401));
    const { fetch, headers } = watchedFetch();
    expect(await callServer(stub.url, {}, { fetch, wait: () => headers })).toMatchObject({
      error: { code: 'key_refused', status: 401 },
    });
  });
});

describe('cancelling', () => {
  it('before the call sends nothing', async () => {
    expect(await callServer(stub.url, {}, { signal: AbortSignal.abort() })).toMatchObject({
      error: { code: 'cancelled' },
      requests: 0,
    });
    expect(stub.requests).toEqual([]);
  });

  it('ends a call that waits for headers', async () => {
    stub.behave(silence());
    const controller = new AbortController();
    const call = callServer(stub.url, {}, { signal: controller.signal });
    await stub.received(1);
    controller.abort();
    expect(await call).toMatchObject({ error: { code: 'cancelled' } });
  });

  it.each([200, 401])('ends a call in the middle of a body of status %i', async (status) => {
    stub.behave(stalledBody('{', status));
    const controller = new AbortController();
    const { fetch, headers } = watchedFetch();
    const call = callServer(stub.url, {}, { fetch, signal: controller.signal });
    await headers;
    controller.abort();
    expect(await call).toMatchObject({ error: { code: 'cancelled' } });
  });
});

describe('a caller’s signal', () => {
  it('that is aborted at the last moment still cancels, and no password is returned', async () => {
    const controller = new AbortController();
    const seen = () => {
      controller.abort();
      return false;
    };
    expect(await callServer(stub.url, { seen }, { signal: controller.signal })).toMatchObject({
      error: { code: 'cancelled' },
    });
  });

  it('is left alone when the call is over', async () => {
    const { signal } = new AbortController();
    await callServer(stub.url, {}, { signal });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('that is already aborted ends a wait before it begins', async () => {
    await systemWait(60_000, AbortSignal.abort());
  });
});

describe('the size limit', () => {
  it.each([
    ['a body that never ends', endlessBody()],
    ['a body one byte too long', reply(200, JSON.stringify(replyWith(GOOD)).padEnd(65_537))],
    ['a gzip bomb of 50 MB', gzipBomb(50_000_000)],
  ])('stops %s', async (_name, behaviour) => {
    stub.behave(behaviour);
    expect(await callServer(stub.url)).toMatchObject({ error: { code: 'too_large', status: 200 } });
  });

  it('lets 64 kB pass', async () => {
    stub.behave(reply(200, JSON.stringify(replyWith(GOOD)).padEnd(65_536)));
    expect(await callServer(stub.url)).toMatchObject({ ok: true });
  });

  it('is needed for the bomb, whose transfer is smaller than the limit', () => {
    let sent = 0;
    const response = { writeHead: () => response, end: (body: Buffer) => (sent = body.length) };
    gzipBomb(50_000_000)(response as never, {} as never);
    expect(sent).toBeGreaterThan(0);
    expect(sent).toBeLessThan(64 * 1024);
  });
});

it('reports a connection that closed in the middle of a body', async () => {
  stub.behave(cutBody(`{"password":"${GOOD}"`));
  expect(await callServer(stub.url)).toMatchObject({ error: { code: 'cut_off', status: 200 } });
});

describe('TLS with an untrusted certificate', () => {
  it('is blocked before any request, and only because of the certificate', async () => {
    const secure = await startStubApi({ tls: true });
    try {
      expect(await callServer(secure.url)).toMatchObject({ error: { code: 'blocked', cause: 'no_answer' } });
      expect(secure.requests).toEqual([]);
      const { promise, resolve, reject } = deferred<number | undefined>();
      https
        .get(secure.url, { rejectUnauthorized: false }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
        .on('error', reject);
      expect(await promise).toBe(200);
    } finally {
      await secure.close();
    }
  });
});
