import type { Page } from 'puppeteer-core';

/** The protocol's bits for modifier keys. */
const MODIFIERS: Record<string, number> = { Alt: 1, Ctrl: 2, MacCtrl: 2, Command: 4, Shift: 8 };

/**
 * Presses the keys of an extension's command, such as `Alt+Shift+G`, in Chromium without a display. Chromium
 * takes only a raw key as a shortcut, but puppeteer's keyboard sends keys with text. The press counts as a
 * user gesture, so the command grants activeTab.
 */
export async function pressAccelerator(page: Page, keys: string): Promise<void> {
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  if (!/^[A-Z0-9]$/.test(key)) throw new Error(`Only letters and digits are known here, not ${keys}.`);
  const modifiers = parts.reduce((sum, part) => sum | (MODIFIERS[part] ?? 0), 0);
  const stroke = {
    modifiers,
    key,
    code: /\d/.test(key) ? `Digit${key}` : `Key${key}`,
    windowsVirtualKeyCode: key.charCodeAt(0),
    nativeVirtualKeyCode: key.charCodeAt(0),
  };
  const session = await page.createCDPSession();
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...stroke });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke });
  await session.detach();
}
