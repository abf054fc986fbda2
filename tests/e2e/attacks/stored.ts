import type { TestPage } from '../browsers/types.ts';
import { fillByShortcut, forgetAll, happens, isFilled, onPage } from './arena.ts';
import type { Arena, Attack, AttackFamily } from './attack.ts';
import { verdict } from './attack.ts';
import { signUpPage } from './forms.ts';
import type { HostileHost } from './hostile-server.ts';

declare const chrome: {
  readonly storage: Record<'local' | 'session', { set(items: object): Promise<void> }>;
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
};

/** Every key in storage, by its area. */
const KEYS = {
  local: [
    ...[
      'api',
      'apiKeys',
      'apiKeyUses',
      'apiKeyPlain',
      'apiKeyLocked',
      'clipboard',
      'kind',
      'generatorOptions',
      'passphraseOptions',
    ],
    ...['pinOptions', 'pronounceableOptions', 'pinHintShown', 'site-recipes', 'unlockTries'],
  ],
  session: [
    ...['apiActivity', 'apiOpenKeys', 'apiPassword', 'apiSeen', 'apiSeenPrivate', 'forgottenCopy'],
    ...['frameAsk', 'lastOutcome', 'learntRules', 'learntRulesPrivate', 'recentPasswords'],
  ],
} as const;

/** The highest version of all items, so that no migration runs. */
const CURRENT = 2;
const NESTED = {
  at: {},
  id: {},
  host: [],
  password: {},
  outcome: { code: 'constructor' },
  info: null,
  key: [],
};

/** A value that another version or a fault may have left in place of every item, or of one. */
type Garbage = readonly [name: string, stored: unknown, only?: string];
const GARBAGE: readonly Garbage[] = [
  ['nothing but null', null],
  ['lists of null', { version: CURRENT, value: [null, 0, 'x', []] }],
  ['objects with parts of other types', { version: CURRENT, value: NESTED }],
  ['lists of such objects', { version: CURRENT, value: [NESTED] }],
  ['numbers', { version: CURRENT, value: 1e308 }],
  ['a version of a billion', { version: 1e9, value: { constructor: null } }],
  ['a version that is a text', { version: 'constructor', value: 'x' }],
];

/** In one item alone, and after all other attacks, because it can hold up every page of the extension. */
const OLD_VERSION: Garbage = ['a version of minus ten million', { version: -1e7, value: NESTED }, 'kind'];

/** How long a page of the extension may take to show what it is for, in milliseconds. */
const PATIENCE_MS = 4000;

/** Whether a page of the extension comes to show an element with text. */
async function shows({ browser }: Arena, path: string, selector: string): Promise<boolean> {
  const isThere = (page: TestPage) =>
    page.evaluate((css) => Boolean(document.querySelector(css)?.textContent?.trim()), selector);
  const page = await browser.extensionPage(path);
  const isShown = await happens(() => isThere(page), PATIENCE_MS);
  await page.close();
  return isShown;
}

/** Whether the shortcut still fills. */
const fills = (arena: Arena, host: HostileHost = 'localhost') =>
  onPage(arena, arena.server.serve(signUpPage(), { host }), async (page) => {
    await fillByShortcut(arena, page, PATIENCE_MS).catch(() => 'no outcome');
    return isFilled(page);
  });

const storesGarbage = ([name, stored, only]: Garbage): Attack => ({
  name: `leaves ${name} in storage`,
  async run(arena) {
    await arena.own.evaluate(
      async (keys, json, only) => {
        const stored = JSON.parse(json);
        const all = (names: readonly string[]) =>
          Object.fromEntries(names.flatMap((name) => (!only || name === only ? [[name, stored]] : [])));
        await chrome.storage.local.set(all(keys.local));
        await chrome.storage.session.set(all(keys.session));
      },
      KEYS,
      // As text, because the driver takes no object with a member called `constructor`.
      JSON.stringify(stored),
      only ?? '',
    );
    try {
      const broken = [
        (await shows(arena, 'popup.html', '#password')) ? [] : 'the popup',
        (await shows(arena, 'options.html', '#api-preset')) ? [] : 'the settings',
        (await fills(arena)) ? [] : 'filling',
      ].flat();
      return verdict(broken.length > 0, broken.length > 0 ? `broke ${broken.join(', ')}` : 'all still works');
    } finally {
      await forgetAll(arena);
    }
  },
});

/** A site whose host is the name of a property of every object. */
const namedAs = (host: HostileHost): Attack => ({
  name: `runs a site on the host ${host}`,
  run: async (arena) => verdict(!(await fills(arena, host)), 'whether the shortcut fills there'),
});

/** A site on such a host that refuses the password, so that the extension learns its error. */
const teachesAs = (host: HostileHost): Attack => ({
  name: `runs a site on the host ${host} that refuses a password, so that its error is learnt`,
  async run(arena) {
    const script = `const field = document.querySelector('#password');
      field.addEventListener('input', () => {
        field.setAttribute('aria-invalid', 'true');
        document.querySelector('#error').textContent = 'Password must have at most 14 characters';
      });`;
    const attributes = 'aria-describedby="error"';
    const html = signUpPage({ attributes, after: '<p id="error"></p>', script });
    const twice = await onPage(arena, arena.server.serve(html, { host }), async (page) => {
      const outcomes: string[] = [];
      for (const _ of [1, 2])
        outcomes.push(await fillByShortcut(arena, page, PATIENCE_MS).catch(() => 'no outcome'));
      return { outcomes, length: (await page.value('#password')).length };
    });
    await forgetAll(arena);
    const isLearnt = twice.length > 0 && twice.length <= 14;
    return verdict(!isLearnt, `${twice.outcomes.join(', ')}; ${isLearnt ? 'learnt' : 'not learnt'}`);
  },
});

const MESSAGES: readonly unknown[] = [
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 1, null].map((name) => ({
    name,
    request: {},
  })),
  ...[null, 'x', 0, [], {}],
  ...['survey', 'fill', 'undo', 'make-by-api'].flatMap((verb) =>
    [null, {}, { tabId: 'x', entryId: {} }, { tabId: -1, entryId: 'none' }, { options: null }].map(
      (request) => ({
        name: `popup-to-background:${verb}`,
        request,
      }),
    ),
  ),
  ...[null, { service: {}, key: 1 }].flatMap((request) =>
    ['test-api', 'save-key', 'unlock-key', 'lock-key', 'delete-key'].map((verb) => ({
      name: `options-to-background:${verb}`,
      request,
    })),
  ),
];

/** How long the background may take to answer, or to refuse, a message, in milliseconds. */
const ANSWER_MS = 5000;

/** The senders are the extension's own pages of another version, or a page with a fault. */
const confusesHandlers: Attack = {
  name: 'sends messages of any shape from a page of the extension, so that it waits for an answer for ever',
  async run({ own }) {
    const unanswered = await own.evaluate(
      async (json, patienceMs) => {
        const ends = (JSON.parse(json) as unknown[]).map((message) =>
          Promise.race([
            chrome.runtime.sendMessage(message).then(
              () => [],
              () => [],
            ),
            new Promise<unknown[]>((resolve) => setTimeout(resolve, patienceMs, [message])),
          ]),
        );
        return (await Promise.all(ends)).flat().map((message) => JSON.stringify(message));
      },
      JSON.stringify(MESSAGES),
      ANSWER_MS,
    );
    const detail = `${unanswered.length} of ${MESSAGES.length} unanswered ${unanswered.slice(0, 3).join(' ')}`;
    return verdict(unanswered.length > 0, detail);
  },
};

/** What stands in storage and in messages, however it came there. */
export const stored: AttackFamily = {
  name: 'stored',
  attacks: [
    ...GARBAGE.map(storesGarbage),
    namedAs('constructor'),
    namedAs('__proto__'),
    teachesAs('__proto__'),
    confusesHandlers,
    storesGarbage(OLD_VERSION),
  ],
};
