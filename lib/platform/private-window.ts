import { browser } from 'wxt/browser';

let found: Promise<boolean> | undefined;

/**
 * Whether this page of ours, such as the popup, belongs to a private window. Asks its tab rather than
 * `extension.inIncognitoContext`, because Chromium runs one popup for all windows, in the ordinary profile.
 * Asks once, because a window stays what it is, and a password must be stored without a delay.
 */
export function inPrivateWindow(): Promise<boolean> {
  found ??= askTab().catch(() => {
    found = undefined;
    return false;
  });
  return found;
}

async function askTab(): Promise<boolean> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.incognito === true;
}
