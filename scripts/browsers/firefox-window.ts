import type { Browser } from 'puppeteer-core';

/**
 * The part of puppeteer's BiDi browser that its types leave out. Firefox's additions to the protocol need it.
 */
interface BidiBrowser {
  readonly connection: { send(method: string, params: object): Promise<{ result: unknown }> };
}

interface Tree {
  readonly contexts: ReadonlyArray<{ readonly context: string }>;
}

type Evaluation =
  | { readonly type: 'success'; readonly result: { readonly value?: string } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

/** The documents of the browser's own windows, the oldest first. */
async function contextsOf({ connection }: BidiBrowser): Promise<string[]> {
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  return (result as Tree).contexts.map(({ context }) => context);
}

/** Runs scripts in the browser's own window, where menus, popups and prompts are ordinary elements. */
export class FirefoxWindow {
  readonly #driver: BidiBrowser;
  readonly #context: string;
  readonly #extensionId: string;

  private constructor(driver: BidiBrowser, context: string, extensionId: string) {
    this.#driver = driver;
    this.#context = context;
    this.#extensionId = extensionId;
  }

  /** Finds the window. Firefox must have been started with --remote-allow-system-access. */
  static async of(driver: Browser, extensionId: string): Promise<FirefoxWindow> {
    const bidi = driver as unknown as BidiBrowser;
    const [context] = await contextsOf(bidi);
    if (!context) throw new Error('Firefox shows no browser window.');
    return new FirefoxWindow(bidi, context, extensionId);
  }

  /** Runs a script as `run` does, and returns the window that it has opened. */
  async opening(body: string, args: Record<string, unknown>): Promise<FirefoxWindow> {
    const before = await contextsOf(this.#driver);
    await this.run(body, args);
    const opened = (await contextsOf(this.#driver)).find((context) => !before.includes(context));
    if (!opened) throw new Error('Firefox opened no window.');
    return new FirefoxWindow(this.#driver, opened, this.#extensionId);
  }

  /**
   * Runs the body of an async function and returns its result, which must be JSON. In scope are `args`,
   * `extension`, `widgetId` (the extension's part of the ids of its elements) and `centre(element)` in screen
   * coordinates. `settled(find)` is the centre of an element that keeps its place, or null while there is
   * none.
   */
  async run<T>(body: string, args: Record<string, unknown> = {}): Promise<T> {
    const prelude = `
      const args = ${JSON.stringify(args)};
      const extension = WebExtensionPolicy.getByID(${JSON.stringify(this.#extensionId)})?.extension;
      const widgetId = ${JSON.stringify(this.#extensionId.toLowerCase().replace(/[^a-z0-9_-]/g, '_'))};
      const centre = (element) => {
        const box = element.getBoundingClientRect();
        return { x: element.screenX + box.width / 2, y: element.screenY + box.height / 2 };
      };
      // Panels move until their icons and texts are loaded, so a position counts after ten frames without a
      // change.
      const settled = async (find) => {
        for (let [same, last] = [0, '']; same < 10; ) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
          const element = find();
          if (!element?.getBoundingClientRect().width) return null;
          const now = JSON.stringify(centre(element));
          [same, last] = [now === last ? same + 1 : 0, now];
        }
        return centre(find());
      };`;
    const { result } = await this.#driver.connection.send('script.evaluate', {
      expression: `(async () => { ${prelude} ${body} })().then((value) => JSON.stringify(value ?? null))`,
      awaitPromise: true,
      target: { context: this.#context },
    });
    const evaluation = result as Evaluation;
    if (evaluation.type === 'exception')
      throw new Error(`In Firefox's own window: ${evaluation.exceptionDetails.text}`);
    return JSON.parse(evaluation.result.value ?? 'null');
  }

  /**
   * Loads a URL in the front tab. The protocol's own navigation never ends for the pages of the extension and
   * the browser, because they run in another process.
   */
  async load(url: string): Promise<void> {
    await this.run(
      `gBrowser.selectedBrowser.fixupAndLoadURIString(args.url, {
         triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
       })`,
      { url },
    );
  }

  /** Triggers the command as its keys do, which grants activeTab, but needs no display. */
  async triggerCommand(index: number): Promise<void> {
    await this.run(
      `document.querySelectorAll('#ext-keyset-id-' + CSS.escape(widgetId) + ' key')[args.index].doCommand()`,
      {
        index,
      },
    );
  }
}
