import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { callPasswordApi } from '../../../lib/api/client.ts';
import type { PasswordCall } from '../../../lib/api/prepare.ts';
import { PRESETS } from '../../../lib/api/presets.ts';
import { singleFlight } from '../../../lib/api/single-flight.ts';
import { GOOD, KEY, optionsOf, pausesOf, replyWith } from '../../support/api-call.ts';
import { type StubApi, startStubApi } from '../../support/stub-api.ts';
import { inTurn, reply, silence } from '../../support/stub-behaviours.ts';

let stub: StubApi;
beforeAll(async () => {
  stub = await startStubApi();
});
afterEach(() => stub.reset());
afterAll(() => stub.close());

const good = () => reply(200, replyWith(GOOD));

describe('one flight at a time', () => {
  const flight = () =>
    singleFlight(
      (call: PasswordCall, signal) =>
        callPasswordApi(call, { fetch, now: Date.now, wait: pausesOf([]), signal }),
      (a, b) => a.key === b.key && JSON.stringify(a.options) === JSON.stringify(b.options),
    );
  const call = (length: number, key = KEY): PasswordCall => ({
    preset: PRESETS['self-hosted'],
    baseUrl: stub.url,
    key,
    options: optionsOf({ length }),
  });

  it('makes one request for 100 calls at once, and a new one afterwards', async () => {
    const { run } = flight();
    const results = await Promise.all(Array.from({ length: 100 }, () => run(call(16))));
    expect(stub.requests).toHaveLength(1);
    expect(new Set(results.map((result) => (result.ok ? result.password : result.error.code))).size).toBe(1);
    expect(results[0]).toMatchObject({ ok: true });
    await run(call(16));
    expect(stub.requests).toHaveLength(2);
  });

  it.each([
    ['options', () => call(20)],
    ['key', () => call(16, 'another')],
  ])('cancels the older call when the %s change', async (_name, changed) => {
    stub.behave(inTurn(silence(), reply(401, {})));
    const { run } = flight();
    const older = run(call(16));
    await stub.received(1);
    const newer = run(changed());
    expect(await older).toMatchObject({ error: { code: 'cancelled' } });
    expect(await newer).toMatchObject({ error: { code: 'key_refused' } });
  });

  it('shares the newer call when the older one has ended', async () => {
    stub.behave(inTurn(silence(), good()));
    const { run } = flight();
    const older = run(call(20));
    await stub.received(1);
    const newer = run(call(16));
    await older;
    expect(run(call(16))).toBe(newer);
    expect(await newer).toMatchObject({ ok: true });
    expect(stub.requests).toHaveLength(2);
  });

  it('can be cancelled, and runs again', async () => {
    stub.behave(inTurn(silence(), good()));
    const { run, cancel } = flight();
    const older = run(call(16));
    await stub.received(1);
    cancel();
    cancel();
    expect(await run(call(16))).toMatchObject({ ok: true });
    expect(await older).toMatchObject({ error: { code: 'cancelled' } });
  });
});
