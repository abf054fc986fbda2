import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestPage } from '../browsers/types.ts';
import type { Arena, Attack, AttackFamily } from './attack.ts';
import { verdict } from './attack.ts';

declare const chrome: {
  readonly runtime: {
    sendMessage(id: string, message: unknown): Promise<unknown>;
    connect(
      id: string,
      info: { name: string },
    ): {
      readonly onMessage: { addListener(listener: (message: unknown) => void): void };
      readonly onDisconnect: { addListener(listener: () => void): void };
    };
  };
  readonly storage: Record<'local' | 'session', { get(key: null): Promise<Record<string, unknown>> }>;
};

const MANIFEST = {
  manifest_version: 3,
  name: 'Hostile',
  version: '1',
  permissions: ['storage'],
  browser_specific_settings: { gecko: { id: 'hostile@example.test' } },
};

/** Installs another extension beside ours, and runs the attack in a page of it. */
async function inOther<T>({ browser }: Arena, run: (page: TestPage) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'passmint-hostile-'));
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  writeFileSync(path.join(folder, 'page.html'), '<!doctype html><title>Hostile</title><p>Hostile</p>');
  try {
    const page = await browser.open(`${await browser.installOther(folder)}page.html`);
    try {
      return await run(page);
    } finally {
      await page.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How long an answer that must not come may take, in milliseconds. */
const ANSWER_MS = 1500;

const sends: Attack = {
  name: 'sends our messages from another extension, and gets an answer',
  run: (arena) =>
    inOther(arena, async (page) => {
      const answers = await page.evaluate(
        async (id, patienceMs) => {
          const names = [
            'popup-to-background:survey',
            'popup-to-background:make-by-api',
            'options-to-background:test-api',
          ];
          const ends = names.map((name) => {
            const message = { name, request: { tabId: 1, options: {}, which: 'current' } };
            const late = new Promise((resolve) => setTimeout(resolve, patienceMs));
            const answer = chrome.runtime.sendMessage(id, message).catch(() => undefined);
            return Promise.race([answer, late]);
          });
          return (await Promise.all(ends)).filter((answer) => answer !== undefined && answer !== null).length;
        },
        arena.browser.extensionId,
        ANSWER_MS,
      );
      return verdict(answers > 0, `${answers} answers`);
    }),
};

const connects: Attack = {
  name: 'borrows the lock of our recent passwords from another extension, and keeps it',
  run: (arena) =>
    inOther(arena, async (page) => {
      const end = await page.evaluate(
        (id, patienceMs) =>
          new Promise<string>((resolve) => {
            const port = chrome.runtime.connect(id, { name: 'lock:session:recentPasswords' });
            port.onMessage.addListener(() => resolve('it was lent'));
            port.onDisconnect.addListener(() => resolve('refused'));
            setTimeout(resolve, patienceMs, 'no answer');
          }),
        arena.browser.extensionId,
        ANSWER_MS,
      );
      return verdict(end === 'it was lent', end);
    }),
};

const readsStorage: Attack = {
  name: 'reads our storage and our files from another extension',
  run: (arena) =>
    inOther(arena, async (page) => {
      const found = await page.evaluate(async (url) => {
        const [local, session] = [
          await chrome.storage.local.get(null),
          await chrome.storage.session.get(null),
        ];
        const files = await Promise.allSettled(
          ['popup.html', 'fill.js', 'manifest.json'].map((file) => fetch(url + file)),
        );
        return (
          Object.keys({ ...local, ...session }).length +
          files.filter(({ status }) => status === 'fulfilled').length
        );
      }, arena.browser.extensionUrl);
      return verdict(found > 0, `${found} items or files`);
    }),
};

/** What another extension of the person's browser can do without a permission. */
export const extension: AttackFamily = { name: 'extension', attacks: [sends, connects, readsStorage] };
