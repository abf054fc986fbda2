import type { TestPage } from './browsers/types.ts';

/** Has the popup show the last password, and gives it. */
export async function lastPassword(popup: TestPage): Promise<string> {
  await popup.waitFor(() => document.querySelector('#last-password') !== null);
  await popup.click('#last-password button');
  await popup.waitFor(() => document.querySelector('#last-password code') !== null);
  return popup.text('#last-password code');
}
