import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest';
import { type PageServer, startPageServer } from '../support/page-server.ts';
import { launchChromium } from './browsers/chromium.ts';
import { launchFirefox } from './browsers/firefox.ts';
import type { TestBrowser, TestLaunch } from './browsers/types.ts';

const LAUNCHERS = {
  chromium: (options?: Partial<TestLaunch>) =>
    launchChromium({ extension: '.output/chrome-mv3', ...options }),
  firefox: (options?: Partial<TestLaunch>) => launchFirefox({ extension: '.output/firefox-mv3', ...options }),
};

/** What the tests of a journey use. */
export interface Journey {
  browser: TestBrowser;
  pages: PageServer;
}

/**
 * Runs a journey's tests in Chromium and in Firefox with the extension as it ships. After each test, neither
 * a page nor the extension may have reported an exception or an error.
 */
export function inEachBrowser(
  name: string,
  tests: (journey: Journey) => void,
  options?: Partial<TestLaunch>,
): void {
  describe.each(['chromium', 'firefox'] as const)(`${name}, in %s`, (which) => {
    const journey = {} as Journey;
    beforeAll(async () => {
      journey.pages = await startPageServer();
      journey.browser = await LAUNCHERS[which](options);
    });
    afterAll(async () => {
      await journey.browser?.close();
      await journey.pages?.close();
    });
    let problemsBefore = 0;
    beforeEach(async () => {
      problemsBefore = (await journey.browser.problems()).length;
    });
    afterEach(async () => {
      expect((await journey.browser.problems()).slice(problemsBefore)).toEqual([]);
    });
    tests(journey);
  });
}
