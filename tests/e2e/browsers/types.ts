/** An element by its CSS selector, in the page or in one of its frames (itself found by a CSS selector). */
export type Target = string | { readonly frame: string; readonly selector: string };

/** Settings that change a browser before it starts. */
export interface TestLaunch {
  /** The folder of the build for this browser, such as `.output/chrome-mv3`. */
  readonly extension: string;
  /**
   * Manifest keys to replace, in a copy of the build: for what no gesture can reach, never for a gesture's
   * test.
   */
  readonly manifestPatch?: Record<string, unknown>;
  /** Without a display: quicker, but without menus, real keys, prompts and the system's clipboard. */
  readonly headless?: boolean;
  /** A language tag for the browser's interface and the extension's messages. */
  readonly locale?: string;
  /** Lets the extension into private windows, as its switch in Firefox's add-on manager does. */
  readonly privateWindows?: boolean;
  /** Names of hosts that are this machine for the browser, for sites that are known by name. */
  readonly hostsHere?: readonly string[];
}

/** A document that a test can look into: a page's main frame or an inner frame. */
export interface TestFrame {
  /** Runs a function in the page's own world; arguments and result must be JSON. */
  evaluate<A extends unknown[], R>(run: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /**
   * Polls a function in the page until its answer is truthy, and gives that; says what it saw when time is
   * up.
   */
  waitFor<A extends unknown[], R>(run: (...args: A) => R, ...args: A): Promise<NonNullable<Awaited<R>>>;
  /** The value of a form field. */
  value(selector: string): Promise<string>;
  /** The text of an element, trimmed. */
  text(selector: string): Promise<string>;
}

/** A page in a tab, or the extension's popup. */
export interface TestPage extends TestFrame {
  /** Where the page is now. */
  url(): Promise<string>;
  /** Looks into a frame of the page, of any origin. */
  frame(selector: string): Promise<TestFrame>;
  /** A real click of the left button in the middle of the element, after scrolling to it. */
  click(target: Target): Promise<void>;
  /** Clicks a field, selects what it holds and types over it with real keys. */
  fillText(target: Target, text: string): Promise<void>;
  /** Chooses a file from disk for an `<input type=file>`, without the system's own dialogue. */
  chooseFile(selector: string, file: string): Promise<void>;
  /** Makes the tab the one in front and waits until it has the focus. */
  bringToFront(): Promise<void>;
  reload(): Promise<void>;
  goto(url: string): Promise<void>;
  /** Writes a PNG of what the page shows, without the browser around it. */
  screenshot(file: string): Promise<void>;
  /** Gives the page another size, in CSS pixels: for screenshots and layout, not for gestures. */
  setViewport(width: number, height: number): Promise<void>;
  /** Chooses what `prefers-color-scheme` matches on this page. */
  setColorScheme(scheme: 'light' | 'dark'): Promise<void>;
  close(): Promise<void>;
}

/** A browser with the extension installed, driven by real gestures on its own X display. */
export interface TestBrowser {
  readonly name: 'chromium' | 'firefox';
  readonly version: string;
  /** The extension's origin, with a slash at the end. */
  readonly extensionUrl: string;
  /** The folder that holds everything the browser keeps. */
  readonly profile: string;
  /** Opens a page in a new tab, in front and with the focus. */
  open(url: string): Promise<TestPage>;
  /** Opens one of the extension's own pages in a new tab, such as `options.html`. */
  extensionPage(path: string): Promise<TestPage>;
  /** The tab whose URL holds this text, waiting for it: for pages that the extension opens by itself. */
  waitForPage(urlPart: string): Promise<TestPage>;
  /** Clicks the toolbar button over the tab in front, as a person would: activeTab is granted. */
  openPopup(): Promise<TestPage>;
  /** Whether a toolbar popup is open. */
  popupIsOpen(): Promise<boolean>;
  /** A real right-click on the element, then the extension's item in the menu. */
  fillByRightClick(page: TestPage, target: Target): Promise<void>;
  /** Presses the keys that the manifest suggests for the command, by default `FILL_COMMAND`. */
  pressCommand(page: TestPage, command?: string): Promise<void>;
  /** Presses real keys one after the other, such as `Tab`, `Return` or `ctrl+a`, wherever the focus is. */
  pressKey(...keys: string[]): Promise<void>;
  /** Types ASCII text with real keys, wherever the focus is. */
  typeText(text: string): Promise<void>;
  /** Pastes the system's clipboard into a scratch tab with real keys; closes a popup that is open. */
  readClipboard(): Promise<string>;
  /** Copies the text from a scratch tab with real keys; closes a popup that is open. */
  writeClipboard(text: string): Promise<void>;
  /** Answers the prompt that `permissions.request` has brought up, or is about to. */
  answerPermissionPrompt(answer: 'allow' | 'deny'): Promise<void>;
  /** Kills the worker or event page, and returns when it is down. */
  stopBackground(): Promise<void>;
  /** Whether the worker or event page runs just now. */
  backgroundIsRunning(): Promise<boolean>;
  /** What the toolbar button shows for that tab. */
  badge(page: TestPage): Promise<{ text: string; title: string }>;
  /** Uncaught exceptions and console errors so far, from pages, the extension's pages and its background. */
  problems(): Promise<string[]>;
  /** Writes a PNG of the whole screen with the browser's own interface. */
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}
