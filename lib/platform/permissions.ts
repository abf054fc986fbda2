import { browser } from 'wxt/browser';

/** What clearing the clipboard needs: to read whether it still holds the password, and to write over it. */
const CLIPBOARD = { permissions: ['clipboardRead', 'clipboardWrite'] } as const;
const clipboardPermissions = () => ({ permissions: [...CLIPBOARD.permissions] });

/** Whether the person has allowed clearing the clipboard. */
export function mayClearClipboard(): Promise<boolean> {
  return browser.permissions.contains(clipboardPermissions());
}

/** Asks the person; call it first thing in a click, before any `await`. */
export function askToClearClipboard(): Promise<boolean> {
  return browser.permissions.request(clipboardPermissions());
}

/** Gives the permission back. */
export function giveUpClearingClipboard(): Promise<boolean> {
  return browser.permissions.remove(clipboardPermissions());
}

/** Calls back when permissions were given or taken, from whichever context. */
export function onPermissionsChanged(changed: () => void): () => void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
  return () => {
    browser.permissions.onAdded.removeListener(changed);
    browser.permissions.onRemoved.removeListener(changed);
  };
}

/** The match pattern of an origin. It names no port, since Firefox's patterns have none. */
export function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** Whether the extension may call this origin, and look into its frames; without it a call would be at the mercy of CORS. */
export function mayCall(matchPattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [matchPattern] });
}

/** Asks the person; call it first thing in a click, before any `await`. */
export function askToCall(matchPattern: string): Promise<boolean> {
  return browser.permissions.request({ origins: [matchPattern] });
}

/** Gives the permission for this origin back. */
export function giveUpCalling(matchPattern: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [matchPattern] });
}
