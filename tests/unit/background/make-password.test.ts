import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { cancelPopupRequest, requestForPopup, testApi } from '../../../lib/background/api-requests.ts';
import { makePassword } from '../../../lib/background/make-password.ts';
import { DEFAULT_OPTIONS } from '../../../lib/generator/index.ts';
import { mergeRules } from '../../../lib/site-rules/merge.ts';
import { apiActivity } from '../../../lib/storage/api-activity.ts';
import { apiPassword } from '../../../lib/storage/api-passwords.ts';
import { type ApiSettings, apiSettings } from '../../../lib/storage/api-settings.ts';
import { fillKind, kindOptions } from '../../../lib/storage/kind-options.ts';
import { recordRateLimit } from '../../../lib/storage/rate-limits.ts';
import { configuredKeyState, saveConfiguredKey } from '../../support/configured-key.ts';
import { grantedPermissions } from '../../support/fake-browser.ts';
import { type StubApi, startStubApi } from '../../support/stub-api.ts';
import { passwords, reply, silence } from '../../support/stub-behaviours.ts';

const KEY = 'tfn_test_0123456789abcdef';
let stub: StubApi;

beforeAll(async () => {
  stub = await startStubApi({ behaviour: passwords(KEY) });
});
afterEach(() => stub.reset());
afterAll(() => stub.close());

/** Stores the settings, the key and the permission of a working API. */
async function setUp(part: Partial<ApiSettings> = {}): Promise<void> {
  const settings = await apiSettings.read();
  await apiSettings.update(() => ({
    ...settings,
    on: true,
    preset: 'self-hosted',
    baseUrls: { ...settings.baseUrls, 'self-hosted': stub.url },
    ...part,
  }));
  await saveConfiguredKey({ key: KEY, keeping: 'session' });
  grantedPermissions.add('http://127.0.0.1/*');
}

describe('with the API switched off', () => {
  it('this device makes the password and sends nothing', async () => {
    await setUp({ on: false });
    expect(await makePassword(undefined)).toEqual({
      password: expect.any(String),
      notes: { adjustments: [], bits: 104.6, strength: 'very_strong' },
    });
    expect(stub.requests).toEqual([]);
  });
});

describe('the kind for fills', () => {
  it.each([
    ['pin', /^\d{6}$/],
    ['passphrase', /^[a-z-]+$/],
    ['pronounceable', /^[a-z]{16,}$/],
  ] as const)('%s is made by the menu and the command, on this device', async (kind, shape) => {
    await setUp();
    await fillKind.update(() => kind);
    const made = await makePassword(undefined);
    expect(made).toMatchObject({ password: expect.stringMatching(shape), notes: { adjustments: [] } });
    expect(made).not.toHaveProperty('weak');
    expect(stub.requests).toEqual([]);
  });

  it('is shortened if possible, and refused otherwise', async () => {
    await fillKind.update(() => 'pin');
    expect(await makePassword(mergeRules({ maxLength: 4 }))).toMatchObject({
      password: expect.stringMatching(/^\d{4}$/),
      notes: { adjustments: [{ code: 'shortened', to: 4 }] },
    });
    await fillKind.update(() => 'passphrase');
    expect(await makePassword(mergeRules({ maxLength: 8 }))).toEqual({ code: 'too_long', maxLength: 8 });
  });
});

describe('a password for a site', () => {
  it('is drawn within its rule, with every change and its source', async () => {
    const made = await makePassword(mergeRules({ list: 'maxlength: 10; allowed: lower, digit;' }));
    expect(made).toMatchObject({
      password: expect.stringMatching(/^[a-z0-9]{10}$/),
      notes: {
        strength: 'fair',
        adjustments: [
          { code: 'shortened', to: 10, by: 'list' },
          { code: 'class_removed', characterClass: 'uppercase', by: 'list' },
          { code: 'class_removed', characterClass: 'symbols', by: 'list' },
        ],
      },
    });
  });

  it('is refused if the options leave none', async () => {
    await kindOptions.password.update(() => ({ ...DEFAULT_OPTIONS, exclude: '#' }));
    expect(await makePassword(mergeRules({ list: 'required: [#]' }))).toMatchObject({
      code: 'impossible',
      error: { option: 'exclude' },
    });
  });

  it.each([
    ['passphrase', /^[a-z-]+$/, 'required'],
    ['pronounceable', /^[a-z]+$/, 'required'],
  ] as const)('of the kind %s stays unchanged, with a note', async (kind, shape, code) => {
    await fillKind.update(() => kind);
    expect(
      await makePassword(mergeRules({ list: 'required: upper; allowed: ascii-printable' })),
    ).toMatchObject({
      password: expect.stringMatching(shape),
      notes: { adjustments: [], unmet: { code } },
    });
  });
});

describe('with the API switched on', () => {
  beforeEach(() => setUp());

  it('the server makes the password and is named', async () => {
    await kindOptions.password.update(() => ({ ...DEFAULT_OPTIONS, length: 20 }));
    const made = await makePassword(undefined);
    expect(made).toMatchObject({
      password: expect.stringMatching(/^.{20}$/),
      madeBy: new URL(stub.url).host,
      notes: { adjustments: [], strength: 'very_strong' },
    });
    expect(stub.requests).toHaveLength(1);
    expect(stub.requests[0]?.headers['x-api-key']).toBe(KEY);
  });

  it('nothing is sent without the permission, without a key, or with a locked key', async () => {
    grantedPermissions.clear();
    expect(await makePassword(undefined)).toMatchObject({
      failure: { problem: { code: 'no_permission' } },
    });
    await saveConfiguredKey({ key: KEY, keeping: 'passphrase', passphrase: 'correct horse' });
    await fakeBrowser.storage.session.clear();
    expect(await makePassword(undefined)).toMatchObject({
      failure: { problem: { code: 'key_locked' } },
    });
    await fakeBrowser.storage.local.remove('apiKeys');
    expect(await makePassword(undefined)).toMatchObject({ failure: { problem: { code: 'no_key' } } });
    expect(stub.requests).toEqual([]);
  });

  it('a failing server is not replaced without a choice of the person', async () => {
    stub.behave(reply(503, { error: 'down' }));
    expect(await makePassword(undefined)).toMatchObject({
      code: 'api_failed',
      failure: { problem: { code: 'server_fault', status: 503 } },
    });
  });

  it('a failing server is replaced by this device if the person has chosen so, with the reason', async () => {
    await setUp({ fallback: 'local' });
    stub.behave(reply(503, { error: 'down' }));
    expect(await makePassword(undefined)).toMatchObject({
      password: expect.any(String),
      insteadOf: { problem: { code: 'server_fault' } },
    });
  });

  it.each([
    ['key_refused', reply(401, { error: 'Invalid API key' })],
    ['not_permitted', reply(403, { error: 'Dieser Schlüssel darf das nicht' })],
    ['not_permitted', reply(402, { error: 'Quota spent' })],
    ['rate_limited', reply(429, { error: 'slow down' })],
    ['unexpected_status', reply(418, { error: 'teapot' })],
    ['not_json', reply(200, '<h1>Sign in</h1>')],
  ] as const)('%s is replaced by this device too, with the reason', async (code, behaviour) => {
    await setUp({ fallback: 'local' });
    stub.behave(behaviour);
    expect(await makePassword(undefined)).toMatchObject({
      password: expect.any(String),
      insteadOf: { host: new URL(stub.url).host, problem: { code } },
    });
  });

  it('a locked key is replaced by this device too, with the reason', async () => {
    await setUp({ fallback: 'local' });
    await saveConfiguredKey({ key: KEY, keeping: 'passphrase', passphrase: 'correct horse' });
    await fakeBrowser.storage.session.clear();
    expect(await makePassword(undefined)).toMatchObject({
      password: expect.any(String),
      insteadOf: { problem: { code: 'key_locked' } },
    });
    expect(stub.requests).toEqual([]);
  });

  it.each<[string, () => Promise<unknown> | undefined]>([
    ['wrong_url', async () => stub.behave(reply(404, { error: 'no such path' }))],
    ['no_permission', async () => grantedPermissions.clear()],
    ['no_key', () => fakeBrowser.storage.session.clear()],
    [
      'bad_base_url',
      () => setUp({ fallback: 'local', baseUrls: { 'self-hosted': 'ftp://kennwort.example' } as never }),
    ],
  ])('%s is never replaced, because the API was never set up', async (code, arrange) => {
    await setUp({ fallback: 'local' });
    await arrange();
    expect(await makePassword(undefined)).toMatchObject({
      code: 'api_failed',
      failure: { problem: { code } },
    });
  });

  it('a password that a server sent earlier in the session is refused', async () => {
    const body = { password: 'Abcdefgh-1234567', length: 16, entropy_bits: 100, strength: 'strong' };
    stub.behave(reply(200, body));
    expect(await makePassword(undefined)).toMatchObject({ password: 'Abcdefgh-1234567' });
    expect(await makePassword(undefined)).toMatchObject({
      failure: { problem: { code: 'not_as_asked', reason: 'seen_before' } },
    });
  });

  it('the request fits the site, and a password that breaks its rule is not used', async () => {
    const site = mergeRules({ maxLength: 12, list: 'required: digit; allowed: lower, [!];' });
    const good = { password: 'abcdefgh!123', length: 12, entropy_bits: 50, strength: 'fair' };
    stub.behave(reply(200, good));
    expect(await makePassword(site)).toMatchObject({
      password: good.password,
      madeBy: new URL(stub.url).host,
      notes: { adjustments: expect.arrayContaining([{ code: 'shortened', to: 12, by: 'length' }]) },
    });
    expect(Object.fromEntries(stub.requests[0]?.query ?? [])).toMatchObject({
      length: '12',
      uppercase: 'false',
    });
    const runs = mergeRules({
      maxLength: 12,
      list: 'max-consecutive: 1; required: digit; allowed: lower, [!];',
    });
    stub.behave(reply(200, { ...good, password: 'aabcdefg!123' }));
    const refused = await makePassword(runs);
    expect(refused).toMatchObject({
      failure: { problem: { code: 'not_as_asked', reason: 'site_rule' } },
    });
    expect(JSON.stringify(refused)).not.toContain('aabcdefg');
  });

  it('every call is listed, without password and key', async () => {
    const made = await makePassword(undefined);
    stub.behave(reply(429, { error: 'slow down' }));
    await makePassword(undefined);
    const calls = await apiActivity.read();
    expect(calls).toMatchObject([
      { origin: stub.url, outcome: 'rate_limited', status: 429 },
      { origin: stub.url, outcome: 'ok' },
    ]);
    expect(JSON.stringify(calls)).not.toContain(KEY);
    expect(JSON.stringify(calls)).not.toContain('password' in made ? made.password : '');
    expect(await configuredKeyState()).toMatchObject({ info: { usedAt: expect.any(Number) } });
  });

  it('nothing is sent before the end of a rate limit, by the key, the popup and the test in the settings', async () => {
    stub.behave(reply(429, { error: 'slow down' }, { 'retry-after': '60' }));
    const limited = { code: 'rate_limited', retryAtMs: expect.any(Number) };
    expect(await makePassword(undefined)).toMatchObject({ failure: { problem: limited } });
    stub.behave(passwords(KEY));
    expect(await makePassword(undefined, { incognito: true })).toMatchObject({
      failure: { problem: limited },
    });
    expect(await requestForPopup({ options: DEFAULT_OPTIONS })).toMatchObject({ problem: limited });
    expect(await testApi()).toMatchObject({ problem: limited });
    expect(stub.requests).toHaveLength(1);
    expect(await apiActivity.read()).toHaveLength(1);

    await recordRateLimit(stub.url, Date.now());
    expect(await makePassword(undefined)).toHaveProperty('password');
    expect(stub.requests).toHaveLength(2);
  });

  it('for a private window is not listed, not counted as a use of the key, and not accepted twice', async () => {
    const body = { password: 'Nur-nebenan-4711', length: 16, entropy_bits: 100, strength: 'strong' };
    stub.behave(reply(200, body));
    await makePassword(undefined, { incognito: true });
    expect(await apiActivity.read()).toEqual([]);
    expect(await configuredKeyState()).not.toHaveProperty('info.usedAt');
    expect(await makePassword(undefined)).toMatchObject({
      failure: { problem: { code: 'not_as_asked', reason: 'seen_before' } },
    });
  });

  it('for the popup of a private window is kept apart while one is open', async () => {
    fakeBrowser.windows.getAll = (async () => [{ id: 1, incognito: true }]) as never;
    expect(await requestForPopup({ options: DEFAULT_OPTIONS, incognito: true })).toMatchObject({ ok: true });
    expect(await apiPassword.read()).toMatchObject({ incognito: true });
    fakeBrowser.windows.getAll = (async () => []) as never;
    await requestForPopup({ options: { ...DEFAULT_OPTIONS, length: 21 }, incognito: true });
    expect(await apiPassword.read()).toBeNull();
  });

  it('a hundred parallel requests of the popup are one call', async () => {
    const replies = await Promise.all(
      Array.from({ length: 100 }, () => requestForPopup({ options: DEFAULT_OPTIONS })),
    );
    expect(stub.requests).toHaveLength(1);
    const ids = new Set(replies.map((answer) => (answer.ok ? answer.id : 'failed')));
    expect([...ids]).toEqual([(await apiPassword.read())?.id]);
    expect(JSON.stringify(replies)).not.toContain((await apiPassword.read())?.password);
  });

  it('a different request of the popup cancels the older one, and so does Escape', async () => {
    stub.behave(silence());
    const first = requestForPopup({ options: DEFAULT_OPTIONS });
    await stub.received(1);
    const second = requestForPopup({ options: { ...DEFAULT_OPTIONS, length: 20 } });
    expect(await first).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    await stub.received(2);
    await cancelPopupRequest();
    expect(await second).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
  });
});
