import { browser } from 'wxt/browser';
import { unlessBusy } from '../storage/lock.ts';
import { endPendingFill } from '../storage/pending-fill.ts';

/** Clearing reads the clipboard to see whether it still holds the password, and then writes to it. */
const CLIPBOARD = { permissions: ['clipboardRead', 'clipboardWrite'] } as const;
const clipboardPermissions = () => ({ permissions: [...CLIPBOARD.permissions] });

/** Whether the person has permitted clearing the clipboard. */
export function hasClipboardAccess(): Promise<boolean> {
  return browser.permissions.contains(clipboardPermissions());
}

/** Asks the person for the permission; call it in a click handler before any `await`. */
export function requestClipboardAccess(): Promise<boolean> {
  return requestInstead(clipboardPermissions());
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

/** Calls back with the origins of each grant; call it synchronously when the background starts. */
export function onOriginsGranted(granted: (origins: readonly string[]) => void): void {
  browser.permissions.onAdded.addListener(({ origins = [] }) => granted(origins));
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

/**
 * Asks the person for access to a server; call it in a click handler before any `await`. A fill that waits
 * for the same permission is given up, because this grant is not for it.
 */
export function requestOriginAccess(matchPattern: string): Promise<boolean> {
  return requestInstead({ origins: [matchPattern] });
}

/** How the person or the organization has answered a request for access. */
export type Access = 'granted' | 'declined' | 'blocked';

/**
 * Asks the person for access to a server, like `requestOriginAccess`. `blocked`: the organization's policy
 * allows none, which Chromium tells only in the text of its error.
 */
export async function requestServerAccess(matchPattern: string): Promise<Access> {
  try {
    return (await requestOriginAccess(matchPattern)) ? 'granted' : 'declined';
  } catch (error) {
    return /policy/i.test(String(error)) ? 'blocked' : 'declined';
  }
}

/** Asks for a permission once no fill is pending any more. Firefox prompts only within the click itself. */
async function requestInstead(permissions: Requested): Promise<boolean> {
  const ended = unlessBusy(endPendingFill());
  if (!import.meta.env.FIREFOX) await ended;
  return browser.permissions.request(permissions);
}

type Requested = Parameters<typeof browser.permissions.request>[0];

/**
 * Asks for the permission while the fill that needs it is being stored. Chromium's prompt closes the popup,
 * which would end the write, so the write comes first, and without it there is no prompt. Firefox prompts
 * only within the click itself, and its popup stays open. Rejects as the write or the browser does.
 */
export async function requestOriginAccessFor(
  stored: Promise<unknown>,
  matchPattern: string,
): Promise<boolean> {
  if (!import.meta.env.FIREFOX) await stored;
  return browser.permissions.request({ origins: [matchPattern] });
}

/** Removes the permission for this origin. */
export function revokeOriginAccess(matchPattern: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [matchPattern] });
}
