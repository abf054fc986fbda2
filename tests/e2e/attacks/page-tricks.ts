import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { endedBadge } from '../badge.ts';
import type { TestPage } from '../browsers/types.ts';
import { fillByShortcut, isFilled, onPage, surveyed } from './arena.ts';
import type { Arena, Attack, AttackFamily, AttackResult } from './attack.ts';
import { verdict } from './attack.ts';
import { pageOf, signUpPage } from './forms.ts';
import type { Serving } from './hostile-server.ts';

/** A page that makes itself hard to fill. The attack succeeded if the fields are not filled. */
const hinders = (name: string, html: (arena: Arena) => string, serving: Serving = {}): Attack => ({
  name: `${name}, so that nothing is filled`,
  run: (arena) =>
    onPage(arena, arena.server.serve(html(arena), serving), async (page) => {
      const outcome = await fillByShortcut(arena, page);
      return verdict(!(await isFilled(page)), outcome);
    }),
});

/** The names of the extension's globals, of which none must be taken for the page's element of that name. */
const GLOBALS = ['passmint', 'passmintState', 'passmintMemory'];

/** A form with children that have the names of the state's properties. */
const formNamed = (name: string) =>
  `<form name="${name}"><input type="hidden" name="visit"><input type="hidden" name="lastFill">
    <input type="hidden" name="survey"><input type="hidden" name="fill"></form>`;

/** A frame of another site, whose window throws for whatever it is asked. */
const frameNamed = (name: string, { server }: Arena) =>
  `<iframe name="${name}" src="${server.serve('<p>', { host: '127.0.0.1' })}" width="10" height="10"></iframe>`;

const STRICT_CSP = {
  'content-security-policy':
    "default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'",
};

const XHTML = `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Sign up</title></head><body><form>
  <h1>Create your account</h1>
  <p><label>Password <input id="password" type="password" name="password" autocomplete="new-password" /></label></p>
  <p><label>Confirm <input id="confirm" type="password" name="confirm" autocomplete="new-password" /></label></p>
  <p><button>Create account</button></p></form></body></html>`;

/** The page that replaces every prototype, of the tests of hostile pages. */
const replacesPrototypes: Attack = {
  name: 'replaces every prototype that a fill could touch, to be called with the password',
  run: (arena) => {
    const file = fileURLToPath(new URL('../pages/hostile-prototypes.html', import.meta.url));
    return onPage(arena, arena.server.serve(readFileSync(file, 'utf8')), async (page) => {
      const outcome = await fillByShortcut(arena, page);
      const [values, called] = await page.evaluate(() => {
        const { values, called } = window as unknown as { values(): string[]; called: string[] };
        return [values(), called] as const;
      });
      return verdict(called.length > 0 || !values[0], `${called.length} calls (${outcome})`);
    });
  },
};

/** A page that goes to another site, with the same form, as soon as the fill begins. */
const leaves: Attack = {
  name: 'goes to another site between survey and fill',
  async run(arena) {
    const arrival = arena.server.serve(signUpPage(), { host: '127.0.0.1' });
    const script = `document.querySelector('#password').onfocus = () => location.assign('${arrival}');`;
    return onPage(arena, arena.server.serve(signUpPage({ script })), async (page) => {
      const outcome = await fillByShortcut(arena, page);
      await page.waitFor(
        (url) => location.href === url && document.querySelector('#confirm') !== null,
        arrival,
      );
      return verdict((await page.value('#password')) !== '', outcome);
    });
  },
};

/** A page that puts another document in its place while the field has the focus. */
const rewrites: Attack = {
  name: 'writes another document in place of its own between survey and fill',
  run: (arena) => {
    const script = `const field = document.querySelector('#password');
      let left = 2;
      field.onfocus = () => {
        if (--left !== 0) return;
        document.open();
        document.write('<form action="http://127.0.0.1/elsewhere"><p>Search <input id="password" name="q"></p></form>');
        document.close();
        window.first = field;
        document.body.append(field);
        window.isRewritten = true;
      };`;
    return onPage(arena, arena.server.serve(signUpPage({ script })), async (page) => {
      const outcome = await fillByShortcut(arena, page);
      const { isRewritten, values } = await page.evaluate(() => ({
        isRewritten: 'isRewritten' in window,
        values: [...document.querySelectorAll('input')].map(({ value }) => value),
      }));
      if (!isRewritten) throw new Error('The page was never rewritten.');
      return verdict(values.some(Boolean), outcome);
    });
  },
};

/** A listener of the page around a closed shadow root, in which a component keeps its fields to itself. */
const listensAround: Attack = {
  name: 'reads the password from the events that leave a closed shadow root',
  run: (arena) => {
    const inner = JSON.stringify(signUpPage().match(/<form[\s\S]*<\/form>/)?.[0]).replaceAll('</', '<\\/');
    const script = `const root = document.querySelector('#host').attachShadow({ mode: 'closed' });
      root.innerHTML = ${inner};
      window.heard = [];
      for (const type of ['keydown', 'keypress', 'beforeinput', 'input', 'keyup', 'change'])
        addEventListener(type, ({ data, key, target }) => heard.push(data || target.value || (key?.length > 15 && key)), true);
      window.valueInside = () => root.querySelector('#password').value;`;
    return onPage(arena, arena.server.serve(pageOf('<div id="host"></div>', script)), async (page) => {
      const outcome = await fillByShortcut(arena, page);
      const { heard, value } = await page.evaluate(() => {
        const { heard, valueInside } = window as unknown as { heard: unknown[]; valueInside(): string };
        return { heard, value: valueInside() };
      });
      if (!value) throw new Error(`The field was not filled (${outcome}).`);
      return verdict(heard.includes(value), `${heard.length} events`);
    });
  },
};

/** What the popup says, without the host and the password. */
async function saidBy({ browser }: Arena, page: TestPage): Promise<string[]> {
  const popup = await browser.openPopup(page);
  await surveyed(popup);
  const lines = await popup.evaluate(() => document.body.innerText.split('\n'));
  const password = await popup.text('#password');
  await popup.close();
  return lines.filter(
    (line) => line.trim() && !line.includes(password) && !/localhost|insecure\.test/.test(line),
  );
}

/** Anybody on the way can read and change a page that is not encrypted. */
const isInsecure: Attack = {
  name: 'changes a page on its way over plain http, and nobody warns',
  async run(arena) {
    const look = (serving: Serving) =>
      onPage(arena, arena.server.serve(signUpPage(), serving), async (page) => {
        const said = await saidBy(arena, page);
        await fillByShortcut(arena, page);
        const { text, title } = await endedBadge(arena.browser, page);
        return { said, badge: `${text} ${title.replace(/\d+/g, '')}` };
      });
    const [safe, unsafe] = [await look({}), await look({ host: 'insecure.test' })];
    const more = unsafe.said.filter((line) => !safe.said.includes(line));
    const isWarned = more.length > 0 || unsafe.badge !== safe.badge;
    return verdict(!isWarned, isWarned ? `“${more[0] ?? unsafe.badge}”` : 'popup and button say the same');
  },
};

/** Files of the extension that a page could look for. */
const FILES = ['fill.js', 'popup.html', 'options.html', 'icons/48.png', 'background.js', 'manifest.json'];

const probesFiles: Attack = {
  name: 'asks for the extension’s files in five ways, although it knows its address',
  run: (arena) =>
    onPage(arena, arena.server.serve(signUpPage()), async (page) => {
      const urls = FILES.map((file) => arena.browser.extensionUrl + file);
      const found = await page.evaluate(async (urls) => {
        const loads = (name: string, attributes: object) =>
          new Promise<boolean>((resolve) => {
            const element = Object.assign(document.createElement(name), attributes);
            element.onload = () => resolve(true);
            element.onerror = () => resolve(false);
            document.body.append(element);
          });
        const ways = urls.flatMap((url) => [
          fetch(url).then(() => true),
          fetch(url, { mode: 'no-cors' }).then(() => true),
          loads('script', { src: url, type: 'module' }),
          loads('img', { src: url }),
          loads('link', { rel: 'stylesheet', href: url }),
        ]);
        const results = await Promise.allSettled(ways);
        return results.filter((one) => one.status === 'fulfilled' && one.value).length;
      }, urls);
      return verdict(found > 0, `${found} of ${5 * urls.length} answered`);
    }),
};

/** How often each address is asked for. */
const ROUNDS = 60;

const timesFiles: Attack = {
  name: 'tells by the time of a refusal whether the extension is installed',
  missing: { firefox: 'each installation has an address of its own, which no page knows' },
  run: (arena) =>
    onPage(arena, arena.server.serve(signUpPage()), async (page) => {
      const url = `${arena.browser.extensionUrl}manifest.json`;
      const share = await page.evaluate(
        async (url, rounds) => {
          const other = `${url.slice(0, 19)}abcdefghijklmnopabcdefghijklm${url.slice(48)}`;
          const time = async (address: string) => {
            const started = performance.now();
            await fetch(address).catch(() => undefined);
            return performance.now() - started;
          };
          let slower = 0;
          // In turn, because a busy computer slows both.
          for (let round = 0; round < rounds; round++) {
            const [first, second] = round % 2 ? [url, other] : [other, url];
            const [a, b] = [await time(first), await time(second)];
            if ((round % 2 ? a - b : b - a) > 0) slower++;
          }
          return slower / rounds;
        },
        url,
        ROUNDS,
      );
      const isTold = share > 0.9 || share < 0.02;
      return verdict(isTold, `ours was slower in ${Math.round(share * 100)} % of the pairs`);
    }),
};

const asksRuntime: Attack = {
  name: 'sends the extension messages from a page',
  run: (arena) =>
    onPage(arena, arena.server.serve(signUpPage()), async (page) => {
      const reached = await page.evaluate(async (id) => {
        const { chrome, browser } = globalThis as unknown as Record<
          string,
          { runtime?: { sendMessage?: unknown } } | undefined
        >;
        const send = (chrome?.runtime ?? browser?.runtime)?.sendMessage;
        if (typeof send !== 'function') return 'no way to send';
        const message = { name: 'popup-to-background:survey', request: { tabId: 1 } };
        return Promise.resolve(send(id, message)).then((answer) => JSON.stringify(answer ?? null), String);
      }, new URL(arena.browser.extensionUrl).host);
      return verdict(/host/.test(reached), reached);
    }),
};

/** An element whose markup a dependency of the extension could be brought to write. */
const writesHtml: Attack = {
  name: 'gets markup into a page of the extension, which runs it',
  async run({ own }): Promise<AttackResult> {
    const ran = await own.evaluate(async () => {
      const marks = window as unknown as { ran?: boolean };
      try {
        const element = document.createElement('div');
        element.innerHTML = '<img src="x:" onerror="window.ran = true"><b id="written">x</b>';
        return marks.ran
          ? 'the script ran'
          : element.querySelector('#written')
            ? 'the markup was parsed'
            : 'nothing';
      } catch (error) {
        return `refused: ${(error as Error).name}`;
      }
    });
    const supportsTypes = await own.evaluate(() => 'trustedTypes' in window);
    const isBroken = supportsTypes ? !ran.startsWith('refused') : ran === 'the script ran';
    return verdict(isBroken, supportsTypes ? ran : `${ran} (this browser has no trusted types)`);
  },
};

const evaluates: Attack = {
  name: 'gets a text into a page of the extension, which evaluates it',
  async run({ own }) {
    const ran = await own.evaluate(() => {
      try {
        // An element's handler is a text that is evaluated, too.
        const button = document.createElement('button');
        button.setAttribute('onclick', 'window.evaluated = true');
        button.click();
        return 'evaluated' in window;
      } catch {
        return false;
      }
    });
    return verdict(ran, ran ? 'it ran' : 'it did not run');
  },
};

/** What a page can do by its content. */
export const pageTricks: AttackFamily = {
  name: 'page tricks',
  attacks: [
    replacesPrototypes,
    hinders('has a policy that forbids every script', () => signUpPage(), { headers: STRICT_CSP }),
    hinders('is XHTML', () => XHTML, { type: 'application/xhtml+xml' }),
    ...GLOBALS.map((name) =>
      hinders(`has a form with the name ${name}`, () => signUpPage({ before: formNamed(name) })),
    ),
    ...GLOBALS.map((name) =>
      hinders(`has a foreign frame with the name ${name}`, (arena) =>
        signUpPage({ before: frameNamed(name, arena) }),
      ),
    ),
    leaves,
    rewrites,
    listensAround,
    isInsecure,
    probesFiles,
    timesFiles,
    asksRuntime,
    writesHtml,
    evaluates,
  ],
};
