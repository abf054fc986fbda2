import fc from 'fast-check';
import { expect } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerHandlers } from '../../lib/background/handlers.ts';
import { makePassword, readPreferences } from '../../lib/background/make-password.ts';
import { eraseAfterPrivateWindows } from '../../lib/background/private-windows.ts';
import { loadKnownRules, resolveSiteRule } from '../../lib/background/resolve-site-rule.ts';
import { recordActivity } from '../../lib/storage/api-activity.ts';
import { recordSeenPassword } from '../../lib/storage/api-passwords.ts';
import { apiService, apiSettings } from '../../lib/storage/api-settings.ts';
import { keyState, servicesWithKey } from '../../lib/storage/key-state.ts';
import { kindOptions } from '../../lib/storage/kind-options.ts';
import { deleteLastOutcome } from '../../lib/storage/last-outcome.ts';
import { recordSiteErrors } from '../../lib/storage/learnt-rules.ts';
import { lastCopied, recordOutcome, rememberPassword } from '../../lib/storage/recent-passwords.ts';
import { callServer, KEY } from '../support/api-call.ts';
import { type AnyReply, CORPUS } from './corpus.ts';
import { type Fuzz, fuzz } from './property.ts';

const replies: fc.Arbitrary<AnyReply> = fc.record({
  status: fc.constantFrom(200, 201, 301, 400, 401, 403, 404, 409, 422, 429, 500, 503),
  headers: fc.dictionary(
    fc.constantFrom('content-type', 'retry-after', 'content-length', 'x-request-id'),
    fc.oneof(
      fc.constantFrom('application/json', '-1', '1e9', 'Thu, 01 Jan 1970 00:00:00 GMT', 'x'),
      fc.nat().map(String),
    ),
    { noNullPrototype: true },
  ),
  body: fc.oneof(
    fc.json(),
    fc.string({ unit: 'binary' }),
    fc.jsonValue().map((error) => JSON.stringify({ error, code: error, detail: error, password: error })),
    fc.string({ unit: 'binary' }).map((noise) => JSON.stringify({ error: `${noise}${KEY}${noise}` })),
  ),
});

async function checkReply({ status, headers, body }: AnyReply): Promise<void> {
  const fetch = async () => new Response(body, { status, headers });
  const result = await callServer('http://127.0.0.1:8787', { redraws: 0 }, { fetch });
  expect(JSON.stringify(result)).not.toContain(KEY);
  if (!result.ok) expect(JSON.stringify(result)).not.toMatch(/\\u00[01]|[\u202a-\u202e\u2066-\u2069]/);
}

/** The keys of storage, by area. */
const KEYS = {
  local: [
    'api',
    'apiKeys',
    'apiKeyUses',
    'apiKeyPlain',
    'apiKeyLocked',
    'clipboard',
    'kind',
    'generatorOptions',
    'site-recipes',
    'unlockTries',
  ],
  session: [
    'apiActivity',
    'apiOpenKeys',
    'apiSeen',
    'forgottenCopy',
    'frameAsk',
    'lastOutcome',
    'learntRules',
    'recentPasswords',
  ],
} as const;

/** The names that stored values have, so that shapes come near to real ones. */
const NAMES = [
  ...[
    'version',
    'value',
    'at',
    'id',
    'password',
    'host',
    'outcome',
    'code',
    'copiedAt',
    'incognito',
    'length',
    'exclude',
  ],
  ...[
    'on',
    'preset',
    'baseUrl',
    'custom',
    'key',
    'info',
    'keeping',
    'localhost',
    'constructor',
    '__proto__',
    'toString',
  ],
];
const { value: anything } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<unknown>(null, true, false, 0, -1, 1e9, -1e9, 1e308, '', 'x', 'constructor', 'password'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(fc.constantFrom(...NAMES), tie('value')), { maxLength: 5 }).map(
      // As JSON gives it: `__proto__` is a member like any other.
      (members) =>
        JSON.parse(`{${members.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)}}`),
    ),
  ),
}));
const storedValues = fc.oneof(
  anything,
  fc.record({
    version: fc.oneof(fc.constantFrom<unknown>(0, 1, 2, 1e9, -1e9, 0.5), anything),
    value: anything,
  }),
);

/** Everything that the background does with what is stored. */
async function checkStored(stored: unknown): Promise<void> {
  fakeBrowser.reset();
  for (const area of ['local', 'session'] as const)
    await browser.storage[area].set(
      Object.fromEntries(KEYS[area].map((key) => [key, structuredClone(stored)])),
    );
  for (const item of Object.values(kindOptions)) await item.read();
  expect(apiService(await apiSettings.read()).host).toBeTypeOf('string');
  await Promise.all((await servicesWithKey()).map(keyState));
  for (const host of ['localhost', 'constructor', '__proto__']) {
    const rule = await resolveSiteRule(`http://${host}`, { minLength: -1, texts: [] }, loadKnownRules(true));
    await makePassword(rule, { preferences: readPreferences(), incognito: false });
  }
  await recordSiteErrors('__proto__', ['At least 8 characters']);
  await recordSiteErrors('localhost', ['At least 8 characters'], true);
  const { id } = await rememberPassword({
    password: 'x',
    action: 'filled',
    host: 'localhost',
    incognito: false,
  });
  await recordOutcome(id, { code: 'no_field' });
  await lastCopied();
  await deleteLastOutcome(false);
  await recordSeenPassword('x');
  await recordActivity({ at: 0, origin: 'http://localhost', outcome: 'ok', durationMs: 1 });
  await eraseAfterPrivateWindows();
}

const messages = fc.oneof(
  anything,
  fc.record({
    name: fc.oneof(
      fc
        .constantFrom('survey', 'fill', 'undo', 'make-by-api', 'cancel-api', 'fill-granted')
        .map((verb) => `popup-to-background:${verb}`),
      fc.constantFrom('options-to-background:test-api', 'constructor', '__proto__', 'toString'),
      anything as fc.Arbitrary<string>,
    ),
    request: fc.oneof(
      anything,
      fc.record(
        { tabId: anything, entryId: anything, options: anything, rule: anything, which: anything },
        { requiredKeys: [] },
      ),
    ),
  }),
);

type Listener = (message: unknown, sender: object, reply: (answer: unknown) => void) => unknown;
let listener: Listener | undefined;

/** The background’s listener, registered with a browser that only takes it. */
function backgroundListener(): Listener {
  if (listener) return listener;
  const { onMessage } = fakeBrowser.runtime;
  const original = onMessage.addListener;
  onMessage.addListener = ((added: Listener) => {
    listener = added;
  }) as never;
  registerHandlers();
  onMessage.addListener = original;
  if (!listener) throw new Error('No listener was registered.');
  return listener;
}

/** Every message is ignored or answered. Without an answer its page would wait for ever. */
async function checkMessage(message: unknown): Promise<void> {
  const receive = backgroundListener();
  const sender = { id: fakeBrowser.runtime.id, url: 'chrome-extension://test/popup.html' };
  const failures: unknown[] = [];
  const noteFailure = (reason: unknown) => failures.push(reason);
  process.on('unhandledRejection', noteFailure);
  try {
    await new Promise<void>((resolve) => {
      const keepsOpen = receive(message, sender, () => resolve());
      if (keepsOpen !== true) return resolve();
      // All that a handler waits for here is a fake that answers at once.
      setTimeout(resolve, ANSWER_MS).unref();
      const poll = () => (failures.length > 0 ? resolve() : setImmediate(poll));
      poll();
    });
    expect(failures.map(String)).toEqual([]);
  } finally {
    process.off('unhandledRejection', noteFailure);
  }
}

const ANSWER_MS = 2000;

/** What comes from outside: a server, storage that something else has written, and messages. */
export const OUTSIDE_PROPERTIES: readonly Fuzz<never>[] = [
  fuzz({ name: 'API replies', inputs: replies, check: checkReply, corpus: CORPUS.replies }),
  fuzz({ name: 'stored values', inputs: storedValues, check: checkStored, corpus: CORPUS.stored, cost: 2 }),
  fuzz({ name: 'messages', inputs: messages, check: checkMessage, corpus: CORPUS.messages }),
];
