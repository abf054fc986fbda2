import type { TestPage } from './browsers/types.ts';

/** Shows the last password in the popup, and returns it. */
export async function lastPassword(popup: TestPage): Promise<string> {
  await popup.waitFor(() => document.querySelector('#last-password') !== null);
  await popup.click('#last-password button');
  await popup.waitFor(() => document.querySelector('#last-password code') !== null);
  return popup.text('#last-password code');
}
