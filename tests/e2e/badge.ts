import { expect } from 'vitest';
import type { TestBrowser, TestPage } from './browsers/types.ts';

/** What the badge shows for a fill; the same in every language. */
export const BADGE = { running: '…', filled: '✓', problem: '!' } as const;

/** Waits until the badge shows how a fill has ended, and returns it. */
export async function endedBadge(
  browser: TestBrowser,
  page: TestPage,
  timeout?: number,
): Promise<{ text: string; title: string }> {
  const ended: readonly string[] = [BADGE.filled, BADGE.problem];
  const isEnded = async () => ended.includes((await browser.badge(page)).text);
  await expect.poll(isEnded, timeout === undefined ? {} : { timeout }).toBe(true);
  return browser.badge(page);
}
