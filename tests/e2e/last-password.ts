import type { TestPage } from './browsers/types.ts';

/**
 * Has the popup show the last password, and gives it. Only over a page that can be filled: what the popup learns of the
 * page makes it longer, so a click before that may miss the button, which stands at the end.
 */
export async function lastPassword(popup: TestPage): Promise<string> {
  await popup.waitFor(() => ['#fill', '#last-password'].every((css) => document.querySelector(css)));
  await popup.click('#last-password button');
  await popup.waitFor(() => document.querySelector('#last-password code') !== null);
  return popup.text('#last-password code');
}
