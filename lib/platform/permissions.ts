import { browser } from 'wxt/browser';

/** Clearing reads the clipboard to see whether it still holds the password, and then writes to it. */
const CLIPBOARD = { permissions: ['clipboardRead', 'clipboardWrite'] } as const;
const clipboardPermissions = () => ({ permissions: [...CLIPBOARD.permissions] });

/** Whether the person has permitted clearing the clipboard. */
export function hasClipboardAccess(): Promise<boolean> {
  return browser.permissions.contains(clipboardPermissions());
}

/** Asks the person for the permission; call it in a click handler before any `await`. */
export function requestClipboardAccess(): Promise<boolean> {
  return browser.permissions.request(clipboardPermissions());
}

/** Removes the permission to read and clear the clipboard. */
export function revokeClipboardAccess(): Promise<boolean> {
  return browser.permissions.remove(clipboardPermissions());
}

/** Calls back after permissions change in any context; returns a function that stops it. */
export function onPermissionsChanged(changed: () => void): () => void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
  return () => {
    browser.permissions.onAdded.removeListener(changed);
    browser.permissions.onRemoved.removeListener(changed);
  };
}

/** The match pattern of an origin. It has no port, because Firefox's patterns allow none. */
export function matchPatternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/**
 * Whether the extension may call this origin and access its frames. Check it before a call, because without
 * it a call would depend on the server's CORS headers and still send the key.
 */
export function hasOriginAccess(matchPattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [matchPattern] });
}

/** Asks the person for the permission; call it in a click handler before any `await`. */
export function requestOriginAccess(matchPattern: string): Promise<boolean> {
  return browser.permissions.request({ origins: [matchPattern] });
}

/**
 * Asks for the permission while something that needs it is being stored; `false` if that failed, as an
 * `undefined` says. Chromium's prompt closes the popup, which would end the write, so the write comes first.
 * Firefox prompts only within the click itself, and its popup stays open.
 */
export async function requestOriginAccessFor(
  stored: Promise<unknown>,
  matchPattern: string,
): Promise<boolean> {
  if (!import.meta.env.FIREFOX && (await stored) === undefined) return false;
  return requestOriginAccess(matchPattern);
}

/** Removes the permission for this origin. */
export function revokeOriginAccess(matchPattern: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [matchPattern] });
}
