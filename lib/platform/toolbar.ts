import { browser } from 'wxt/browser';

/** Whether the toolbar shows our button; `undefined` where the browser does not say, as older ones do not. */
export async function isOnToolbar(): Promise<boolean | undefined> {
  const action = browser.action as { getUserSettings?(): Promise<{ readonly isOnToolbar?: boolean }> };
  try {
    return (await action.getUserSettings?.())?.isOnToolbar;
  } catch {
    return undefined;
  }
}
