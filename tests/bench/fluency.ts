import type { Browser } from 'playwright-core';
import { generatorBundle } from '../support/bundle.ts';

/** How soon and how smoothly a page gets passwords. */
export interface Fluency extends Million {
  /** Milliseconds to the first password of pages, rising. */
  readonly cold: readonly number[];
}

/**
 * The making of a million passwords: seconds in all, and the milliseconds for which the page stood still,
 * rising.
 */
interface Million {
  readonly seconds: number;
  readonly stills: readonly number[];
}

/** The value below which this share of rising values lies; `NaN` for none. */
export const quantile = (rising: readonly number[], share: number): number =>
  rising[Math.floor(share * (rising.length - 1))] ?? Number.NaN;

/** Milliseconds from a module that was never run to its first password, each time in a new page; rising. */
export async function coldStarts(browser: Browser, pages: number): Promise<number[]> {
  const [bundle] = await generatorBundle('iife');
  const script = `(() => {
    const start = performance.now();
    ${bundle?.code}
    const made = generator.generate({ kind: 'password' });
    return made.ok ? performance.now() - start : NaN;
  })()`;
  const times: number[] = [];
  for (let i = 0; i < pages; i++) {
    const page = await browser.newPage();
    // The browser's own work for a new page comes first, in this process and in others.
    await page.evaluate(
      'new Promise((resolve) => setTimeout(() => requestIdleCallback(resolve, { timeout: 1000 }), 300))',
    );
    times.push((await page.evaluate(script)) as number);
    await page.close();
  }
  return times.sort((a, b) => a - b);
}

/** Makes a million passwords in a page, all different. */
export async function million(browser: Browser): Promise<Million> {
  const [bundle] = await generatorBundle('iife');
  const page = await browser.newPage();
  const result = await page.evaluate(`(async () => {
    ${bundle?.code}
    const start = performance.now();
    const made = generator.generateMany({ kind: 'password' }, 1_000_000);
    const stills = [];
    let from = start;
    for await (const { done } of made.chunks) {
      stills.push(performance.now() - from);
      await new Promise((resolve) => setTimeout(resolve, 0));
      from = performance.now();
    }
    return { seconds: (performance.now() - start) / 1000, stills: stills.sort((a, b) => a - b) };
  })()`);
  await page.close();
  return result as Million;
}
