// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mountPage } from '../../../components/shared/mount-page.tsx';
import { generate } from '../../../lib/generator/index.ts';
import { watchRandomBlocks } from '../../support/random-pool.ts';

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>';
  vi.useFakeTimers();
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

/** Draws a password on a page, as the popup and the settings do. */
function openPage() {
  mountPage(<p>Page</p>);
  const random = watchRandomBlocks();
  generate({ kind: 'password' });
  expect(random.unused()).toBeGreaterThan(1000);
  return random;
}

describe('a page of the extension', () => {
  it('is rendered in the language of the browser', () => {
    mountPage(<p>Page</p>);
    expect(document.body.textContent).toBe('Page');
    expect(document.documentElement.lang).toBe('en');
  });

  it('wipes unused random bytes when it is left', () => {
    const random = openPage();
    dispatchEvent(new Event('pagehide'));
    expect(random.unused()).toBe(0);
  });

  it('wipes them five seconds after a draw', () => {
    const random = openPage();
    vi.advanceTimersByTime(5000);
    expect(random.unused()).toBe(0);
  });
});
