import { writeFileSync } from 'node:fs';
import type { FirefoxWindow } from '../../../scripts/browsers/firefox-window.ts';
import { until } from '../../../scripts/browsers/until.ts';
import type { Desktop } from './desktop.ts';
import { DocumentView } from './frame.ts';
import { middleOf, type Point } from './locate.ts';
import type { Target, TestFrame, TestPage } from './types.ts';

/** Finds the popup's `<browser>` in Firefox's own window. */
const POPUP = `document.querySelector('.webextension-popup-browser')`;

type Answer<T> = { readonly value: T } | { readonly error: string };

/**
 * The real popup of the toolbar button in Firefox. The driver protocol knows only tabs. A frame script from
 * the browser's own window therefore runs the tests' functions, in a sandbox that sees the page's own
 * objects.
 */
export class FirefoxPopup extends DocumentView implements TestPage {
  readonly #window: FirefoxWindow;
  readonly #desktop: Desktop;

  constructor(window: FirefoxWindow, desktop: Desktop) {
    super();
    this.#window = window;
    this.#desktop = desktop;
  }

  /** Waits until the popup has loaded this page. */
  async opened(url: string): Promise<void> {
    await until('the popup to open', () =>
      this.#window.run(
        `return ${POPUP}?.closest('panel').state === 'open' && ${POPUP}.currentURI.spec === args.url`,
        {
          url,
        },
      ),
    );
    await this.waitFor(() => document.readyState === 'complete' && document.hasFocus());
    await until('the popup to stand still', () => this.#window.run(`return settled(() => ${POPUP})`));
    await until('the popup to have the keyboard', () =>
      this.#window.run(`return Services.focus.focusedElement === ${POPUP}`),
    );
  }

  override async evaluate<A extends unknown[], R>(run: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    // `window` is the page's; the sandbox's own global object must not stand in for it.
    const call = `(async (globalThis) => JSON.stringify(await (${run})(...${JSON.stringify(args)})))(window)`;
    const answer = await this.#window.run<Answer<Awaited<R>>>(
      `const popup = ${POPUP};
       if (!popup) return { error: 'the popup is closed' };
       const { messageManager } = popup;
       const name = 'passmint:' + Math.random();
       const script = '(' + async function (name, call) {
         const answer = {};
         try {
           const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
           const json = await Cu.evalInSandbox(call, sandbox);
           answer.value = json === undefined ? null : JSON.parse(json);
         } catch (error) {
           answer.error = String(error);
         }
         sendAsyncMessage(name, answer);
       } + ')(' + JSON.stringify(name) + ',' + JSON.stringify(args.call) + ')';
       return new Promise((resolve) => {
         const gone = () => resolve({ error: 'the popup closed meanwhile' });
         popup.addEventListener('XULFrameLoaderDestroyed', gone, { once: true });
         messageManager.addMessageListener(name, function receive(message) {
           messageManager.removeMessageListener(name, receive);
           popup.removeEventListener('XULFrameLoaderDestroyed', gone);
           resolve(message.data);
         });
         messageManager.loadFrameScript('data:;charset=utf-8,' + encodeURIComponent(script), false);
       });`,
      { call },
    );
    if ('error' in answer) throw new Error(`In the popup: ${answer.error}`);
    return answer.value;
  }

  url(): Promise<string> {
    return this.evaluate(() => location.href);
  }

  async click(target: Target): Promise<void> {
    if (typeof target !== 'string') throw new Error('The popup has no frames.');
    const point = await middleOf(this, target);
    const corner = await this.evaluate((): Point => {
      const { mozInnerScreenX, mozInnerScreenY } = window as unknown as Record<string, number>;
      return { x: mozInnerScreenX ?? Number.NaN, y: mozInnerScreenY ?? Number.NaN };
    });
    await this.#desktop.click({ x: corner.x + point.x, y: corner.y + point.y });
  }

  async fillText(target: Target, text: string): Promise<void> {
    if (typeof target !== 'string') throw new Error('The popup has no frames.');
    await this.click(target);
    await this.waitFor((css) => document.activeElement === document.querySelector(css), target);
    await this.evaluate((css) => document.querySelector<HTMLInputElement>(css)?.select(), target);
    await this.#desktop.press('BackSpace');
    await this.#desktop.type(text);
    await this.waitFor(
      (css, expected) => document.querySelector<HTMLInputElement>(css)?.value === expected,
      target,
      text,
    );
  }

  async screenshot(file: string): Promise<void> {
    const png = await this.#window.run<string>(`
      const bitmap = await ${POPUP}.browsingContext.currentWindowGlobal.drawSnapshot(undefined, 1, 'white');
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      canvas.getContext('2d').drawImage(bitmap, 0, 0);
      const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
      return bytes.toBase64();`);
    writeFileSync(file, Buffer.from(png, 'base64'));
  }

  async setColorScheme(scheme: 'light' | 'dark'): Promise<void> {
    await this.#window.run(`${POPUP}.browsingContext.prefersColorSchemeOverride = args.scheme`, { scheme });
    await this.waitFor((expected) => matchMedia(`(prefers-color-scheme: ${expected})`).matches, scheme);
  }

  async close(): Promise<void> {
    await this.#desktop.press('Escape');
    await until('the popup to close', () => this.#window.run(`return ${POPUP} === null`));
  }

  async bringToFront(): Promise<void> {
    // An open popup is always in front; activating another tab would close it.
  }

  async setViewport(): Promise<void> {
    throw new Error('The popup takes its size from what it shows; use extensionPage for another size.');
  }

  async chooseFile(): Promise<void> {
    throw new Error('A popup closes when a file is to be chosen.');
  }

  async reload(): Promise<void> {
    throw new Error('A popup is closed and opened again, not reloaded.');
  }

  async goto(): Promise<void> {
    throw new Error('A popup shows one page only.');
  }

  async frame(): Promise<TestFrame> {
    throw new Error('The popup has no frames.');
  }
}
