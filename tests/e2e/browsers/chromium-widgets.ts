import { until } from '../../../scripts/browsers/until.ts';
import type { Desktop } from './desktop.ts';

/** The keys that answer the permission prompt. Its focus is on "Deny", and "Allow" is next to it. */
const PROMPT_KEYS = { allow: ['Tab', 'Return'], deny: ['Return'] } as const;

/** Right-clicks, waits for Chromium's menu and presses keys in it. Resolves when the menu is gone. */
export async function chooseInMenu(
  desktop: Desktop,
  rightClick: () => Promise<void>,
  keys: string[],
): Promise<void> {
  const before = new Set(await desktop.windows());
  await rightClick();
  const menu = await until('the context menu to open', async () =>
    (await desktop.windows()).find((window) => !before.has(window)),
  );
  // The window exists before it is drawn, and takes no keys until then.
  await waitUntilUnchanged(desktop, 200);
  await desktop.press(...keys);
  await until('the context menu to close', async () => !(await desktop.windows()).includes(menu));
}

/**
 * Answers Chromium's permission prompt. The prompt is drawn inside the browser's window and the protocol does
 * not report it, so the page's loss of focus reveals it. To prevent accidental answers, the prompt ignores
 * all input in its first half second. It does not signal when that is over, so the screen must stay unchanged
 * for longer.
 */
export async function answerPrompt(
  desktop: Desktop,
  isOpen: () => Promise<boolean>,
  answer: 'allow' | 'deny',
): Promise<void> {
  await until('the permission prompt to open', isOpen);
  await waitUntilUnchanged(desktop, 700);
  if (!(await isOpen()))
    throw new Error('Something else than a permission prompt took the focus for a moment.');
  await desktop.press(...PROMPT_KEYS[answer]);
  await until('the permission prompt to close', async () => !(await isOpen()));
}

async function waitUntilUnchanged(desktop: Desktop, duration: number): Promise<void> {
  let [last, changedAt] = [desktop.pixels(), Date.now()];
  await until(`the screen to stand still for ${duration} ms`, () => {
    const now = desktop.pixels();
    if (!now.equals(last)) [last, changedAt] = [now, Date.now()];
    return Date.now() - changedAt > duration;
  });
}
