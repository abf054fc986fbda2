import { until } from '../../../scripts/browsers/until.ts';
import type { Desktop } from './desktop.ts';

/** The keys that answer the permission prompt, whose focus is on "Deny" with "Allow" next to it. */
const PROMPT_KEYS = { allow: ['Tab', 'Return'], deny: ['Return'] } as const;

/** Right-clicks, waits for Chromium's menu and presses keys in it; returns when it is gone. */
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
  // It is a window before it is drawn, and takes no keys until then.
  await unchangedFor(desktop, 200);
  await desktop.press(...keys);
  await until('the context menu to close', async () => !(await desktop.windows()).includes(menu));
}

/**
 * Answers Chromium's permission prompt. It is drawn inside the browser's window and the protocol does not
 * know it: what shows it is that the page has lost the focus. It drops all input of its first half second (a
 * guard against accidents) and does not tell when that is over, so it has to have stood unchanged for longer
 * than that.
 */
export async function answerPrompt(
  desktop: Desktop,
  isOpen: () => Promise<boolean>,
  answer: 'allow' | 'deny',
): Promise<void> {
  await until('the permission prompt to open', isOpen);
  await unchangedFor(desktop, 700);
  if (!(await isOpen())) throw new Error('What took the focus was no permission prompt: it is gone again.');
  await desktop.press(...PROMPT_KEYS[answer]);
  await until('the permission prompt to close', async () => !(await isOpen()));
}

async function unchangedFor(desktop: Desktop, duration: number): Promise<void> {
  let [last, since] = [desktop.pixels(), Date.now()];
  await until(`the screen to stand still for ${duration} ms`, () => {
    const now = desktop.pixels();
    if (!now.equals(last)) [last, since] = [now, Date.now()];
    return Date.now() - since > duration;
  });
}
