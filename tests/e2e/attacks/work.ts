import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestPage } from '../browsers/types.ts';
import { fillByShortcut, forgetAll, happens, onPage, surveyed } from './arena.ts';
import type { Arena, Attack, AttackFamily } from './attack.ts';
import { verdict } from './attack.ts';
import { attribute, signUpPage } from './forms.ts';

declare const chrome: {
  readonly storage: Record<'local' | 'session', { set(items: object): Promise<void> }>;
};

/** The longest time in milliseconds for which a page of the extension may not answer a person. */
const BLOCKED_MS = 4000;
/** The longest time that a fill may take, in milliseconds. */
const FILL_MS = 15_000;

/** A rules text whose passwords take long to count. */
const HEAVY_RULES = 'minlength: 1000; max-repeating: 2; max-sequential: 2; required: upper;';
const heavyRecipes = (count: number) =>
  Array.from({ length: count }, (_, at) => [`host${at}.test`, HEAVY_RULES] as const);

/** Starts to measure for how long a page's only thread is busy at a stretch. */
const watchThread = (page: TestPage) =>
  page.evaluate(() => {
    const watch = { longestMs: 0, last: performance.now() };
    Object.assign(window, { watch });
    const beat = () => {
      watch.longestMs = Math.max(watch.longestMs, performance.now() - watch.last);
      watch.last = performance.now();
      setTimeout(beat, 10);
    };
    beat();
  });

/** The longest stretch so far; waits until the page answers. */
const longestBlock = (page: TestPage) =>
  page.evaluate(() => {
    const { watch } = window as unknown as { watch: { longestMs: number; last: number } };
    return Math.max(watch.longestMs, performance.now() - watch.last);
  });

const blocked = (ms: number) => verdict(ms > BLOCKED_MS, `blocked for ${Math.round(ms)} ms at a stretch`);

/** A file of saved options for sites, as somebody may hand it to a person. */
const importsFile = (name: string, file: () => string): Attack => ({
  name: `gives the person a file of saved options with ${name}`,
  async run(arena) {
    const { browser } = arena;
    const place = path.join(browser.profile, 'recipes.json');
    writeFileSync(place, file());
    const options = await browser.extensionPage('options.html');
    try {
      await options.waitFor(() => document.querySelector('input[type=file]') !== null);
      await watchThread(options);
      await options.chooseFile('input[type=file]', place);
      await options.waitFor(
        () => document.querySelector('#recipe-import-question, #import-errors li, #recipe-undo') !== null,
      );
      return blocked(await longestBlock(options));
    } finally {
      await options.close();
      rmSync(place);
      await forgetAll(arena);
    }
  },
});

const fileOf = (recipes: readonly (readonly [string, string])[]) =>
  JSON.stringify(Object.fromEntries(recipes.map(([host, rules]) => [host, { 'password-rules': rules }])));

/** Opens the popup in a tab, where its thread can be watched from the start, and waits for its password. */
async function openPopupTab({ browser }: Arena): Promise<{ shown: boolean; tookMs: number }> {
  const started = Date.now();
  const popup = await browser.extensionPage('popup.html');
  const shown = await happens(
    () => popup.evaluate(() => Boolean(document.querySelector('#password')?.textContent)),
    BLOCKED_MS,
  );
  await popup.close();
  return { shown, tookMs: Date.now() - started };
}

const storesHeavy: Attack = {
  name: 'leaves saved options in storage that take long to read, so that nothing is filled',
  async run(arena) {
    await arena.own.evaluate(
      async (value) => chrome.storage.local.set({ 'site-recipes': { version: 1, value } }),
      Object.fromEntries(heavyRecipes(24)),
    );
    const url = arena.server.serve(signUpPage());
    return onPage(arena, url, (page) => fillWithin(arena, page)).finally(() => forgetAll(arena));
  },
};

async function fillWithin(arena: Arena, page: TestPage) {
  const started = Date.now();
  const outcome = await fillByShortcut(arena, page, 2 * FILL_MS).catch(() => 'no outcome');
  const tookMs = Date.now() - started;
  return verdict(outcome === 'no outcome' || tookMs > FILL_MS, `${outcome} in ${tookMs} ms`);
}

const SENTENCE =
  'At least 8 characters, at most 2 digits, no more than 3 letters in a row, must not start with a digit, no ' +
  'repeated characters, at most 3 symbols from !@#$%, no sequences such as abc, must not contain “pass”. ';
const SETS = Array.from({ length: 10 }, (_, at) => {
  const letters = [33, 34, 40].map((code) => String.fromCharCode(code + at)).join('');
  return `required: [${letters}];`;
}).join(' ');

/** Everything that a page can state about its passwords, each as hard to read as possible. */
const HEAVY_ATTRIBUTES = [
  `pattern="${attribute('(?=.*a.{10}b)(?=.*c.{10}d)(?=.*e.{10}f).*')}"`,
  `passwordrules="${attribute(SETS)}"`,
].join(' ');
const HEAVY_TEXTS = Array.from({ length: 14 }, (_, at) => `<p>${at + 3}. ${SENTENCE.repeat(2)}</p>`).join('');

const heavyPage = (attributes: string, before = '') => signUpPage({ attributes, before });

/** The real popup over a page, and how long it takes until it shows a password and has read the page. */
const slowsPopup = (name: string, html: string): Attack => ({
  name: `${name}, so that the popup does not answer`,
  run: (arena) =>
    onPage(arena, arena.server.serve(html), async (page) => {
      const popup = await arena.browser.openPopup(page);
      await watchThread(popup);
      await surveyed(popup);
      const longest = await longestBlock(popup);
      await popup.close();
      return blocked(longest);
    }),
});

const slowsFill = (name: string, html: string): Attack => ({
  name: `${name}, so that nothing is filled`,
  run: (arena) => onPage(arena, arena.server.serve(html), (page) => fillWithin(arena, page)),
});

/** A page that teaches many long errors. */
const learnsHeavy: Attack = {
  name: 'leaves long errors of many sites in storage, so that the popup does not answer',
  async run(arena) {
    await arena.own.evaluate(async (sentence) => {
      const value = Object.fromEntries(
        Array.from({ length: 50 }, (_, at) => [
          at ? `host${at}.test` : 'localhost',
          Array(12).fill(sentence),
        ]),
      );
      await chrome.storage.session.set({ learntRules: { version: 1, value } });
    }, SENTENCE.repeat(20));
    const { shown, tookMs } = await openPopupTab(arena);
    const url = arena.server.serve(signUpPage());
    const fill = await onPage(arena, url, (page) => fillWithin(arena, page));
    await forgetAll(arena);
    return verdict(!shown || fill.succeeded, `the popup took ${tookMs} ms; ${fill.detail}`);
  },
};

/** Backtracks without end in the browser's own engine on every password. */
const BACKTRACKING = `pattern="${attribute('(([!-~]+)+)+\\n')}"`;

/** What a page, a file or a stored value can make the extension do in vain. */
export const work: AttackFamily = {
  name: 'work',
  attacks: [
    importsFile('rules that take long to check', () => fileOf(heavyRecipes(8))),
    importsFile('sixty rules of ten sets each', () =>
      fileOf(Array.from({ length: 60 }, (_, at) => [`host${at}.test`, SETS])),
    ),
    importsFile(
      'names of object properties',
      () =>
        '{"__proto__": {"password-rules": "maxlength: 9;"}, "constructor": {"password-rules": "maxlength: 9;"}}',
    ),
    importsFile('a million brackets', () => '['.repeat(1_000_000)),
    storesHeavy,
    learnsHeavy,
    slowsPopup('states rules that take long to read', heavyPage(HEAVY_ATTRIBUTES, HEAVY_TEXTS)),
    slowsFill('states rules that take long to read', heavyPage(HEAVY_ATTRIBUTES, HEAVY_TEXTS)),
    slowsPopup('has a pattern that backtracks without end', heavyPage(BACKTRACKING)),
    slowsFill('has a pattern that backtracks without end', heavyPage(BACKTRACKING)),
  ],
};
