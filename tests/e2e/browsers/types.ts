/** An element by its CSS selector, in the page or in one of its frames, which has a CSS selector too. */
export type Target = string | { readonly frame: string; readonly selector: string };

/** Settings that change a browser before it starts. */
export interface TestLaunch {
  /** The folder of the build for this browser, such as `.output/chrome-mv3`. */
  readonly extension: string;
  /**
   * Manifest keys to replace in a copy of the build. It is for states that no gesture can reach, not for
   * tests of gestures.
   */
  readonly manifestPatch?: Record<string, unknown>;
  /**
   * Runs without a display. That is faster, but leaves out menus, real keys, prompts and the system's
   * clipboard.
   */
  readonly headless?: boolean;
  /** A language tag for the browser's interface and the extension's messages. */
  readonly locale?: string;
  /** Allows the extension in private windows, as the switch in the browser's list of extensions does. */
  readonly privateWindows?: boolean;
  /** A folder for the profile, which stays when the browser closes, so that it can be started again. */
  readonly profile?: string;
  /** Host names that resolve to this computer in the browser, for tests of sites that are known by name. */
  readonly localHosts?: readonly string[];
}

/** A document that a test can inspect: a page's main frame or an inner frame. */
export interface TestFrame {
  /** Runs a function in the page's main world; arguments and result must be JSON. */
  evaluate<A extends unknown[], R>(run: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /**
   * Polls a function in the page until its result is truthy, and returns that. Its timeout error contains the
   * last result.
   */
  waitFor<A extends unknown[], R>(run: (...args: A) => R, ...args: A): Promise<NonNullable<Awaited<R>>>;
  /** The value of a form field. */
  value(selector: string): Promise<string>;
  /** The text of an element, trimmed. */
  text(selector: string): Promise<string>;
}

/** A page in a tab, or the extension's popup. */
export interface TestPage extends TestFrame {
  /** The current URL of the page. */
  url(): Promise<string>;
  /** Returns a frame of the page, of any origin. */
  frame(selector: string): Promise<TestFrame>;
  /** Scrolls to the element and clicks its centre with the left button. */
  click(target: Target): Promise<void>;
  /** Clicks a field, selects its value and types over it with real keys. */
  fillText(target: Target, text: string): Promise<void>;
  /** Chooses a file from disk for an `<input type=file>`, without the system's dialogue. */
  chooseFile(selector: string, file: string): Promise<void>;
  /** Brings the tab to the front and waits until it has the focus. */
  bringToFront(): Promise<void>;
  reload(): Promise<void>;
  goto(url: string): Promise<void>;
  /** Writes a PNG of the page without the browser around it. */
  screenshot(file: string): Promise<void>;
  /** Resizes the page, in CSS pixels: for screenshots and layout, not for gestures. */
  setViewport(width: number, height: number): Promise<void>;
  /** Sets the value that `prefers-color-scheme` matches on this page. */
  setColorScheme(scheme: 'light' | 'dark'): Promise<void>;
  close(): Promise<void>;
}

/** A browser with the extension installed, driven by real gestures on its own X display. */
export interface TestBrowser {
  readonly name: 'chromium' | 'firefox';
  readonly version: string;
  /** The extension's origin, with a slash at the end. */
  readonly extensionUrl: string;
  /** The id by which other extensions address the extension. */
  readonly extensionId: string;
  /** The folder of the browser's profile. */
  readonly profile: string;
  /** Opens a page in a new tab, in front and focused. */
  open(url: string): Promise<TestPage>;
  /** Opens one of the extension's own pages in a new tab, such as `options.html`. */
  extensionPage(path: string): Promise<TestPage>;
  /** Installs another extension from a folder, and returns its origin, with a slash at the end. */
  installOther(folder: string): Promise<string>;
  /** Waits for a tab whose URL contains this text, for pages that the extension opens by itself. */
  waitForPage(urlPart: string): Promise<TestPage>;
  /**
   * Opens a page in a new private window, in front and focused; the window closes with the page. It needs
   * `privateWindows` and a display.
   */
  openPrivate(url: string): Promise<TestPage>;
  /**
   * Clicks the toolbar button over a page as a person would, by default over the front tab. That grants
   * activeTab.
   */
  openPopup(over?: TestPage): Promise<TestPage>;
  /** Whether a toolbar popup is open. */
  popupIsOpen(): Promise<boolean>;
  /** Right-clicks the element, then chooses the extension's item in the menu. */
  fillByRightClick(page: TestPage, target: Target): Promise<void>;
  /** Presses the keys that the manifest suggests for the command, by default `FILL_COMMAND`. */
  pressCommand(page: TestPage, command?: string): Promise<void>;
  /** Presses real keys one after the other, such as `Tab`, `Return` or `ctrl+a`, wherever the focus is. */
  pressKey(...keys: string[]): Promise<void>;
  /** Types ASCII text with real keys, wherever the focus is. */
  typeText(text: string): Promise<void>;
  /** Pastes the system's clipboard into a scratch tab with real keys; closes an open popup. */
  readClipboard(): Promise<string>;
  /** Copies the text from a scratch tab with real keys; closes an open popup. */
  writeClipboard(text: string): Promise<void>;
  /** Answers the prompt that `permissions.request` opens. */
  answerPermissionPrompt(answer: 'allow' | 'deny'): Promise<void>;
  /** Stops the worker or event page. Resolves when it is down. */
  stopBackground(): Promise<void>;
  /** Whether the worker or event page is running. */
  backgroundIsRunning(): Promise<boolean>;
  /** What the toolbar button shows for that tab. */
  badge(page: TestPage): Promise<{ text: string; title: string }>;
  /** Uncaught exceptions and console errors so far, from pages, the extension's pages and its background. */
  problems(): Promise<string[]>;
  /** Writes a PNG of the whole screen with the browser's own interface. */
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}
