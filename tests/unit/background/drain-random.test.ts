import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerRandomDrain } from '../../../lib/background/drain-random.ts';
import { generate } from '../../../lib/generator/index.ts';
import { watchRandomBlocks } from '../../support/random-pool.ts';

beforeEach(() => {
  vi.useFakeTimers();
  registerRandomDrain();
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

describe('the background wipes unused random bytes', () => {
  it('when the browser is about to stop it', async () => {
    const random = watchRandomBlocks();
    generate({ kind: 'password' });
    expect(random.unused()).toBeGreaterThan(1000);
    await fakeBrowser.runtime.onSuspend.trigger();
    expect(random.unused()).toBe(0);
  });

  it('five seconds after a draw, with no timer left over', () => {
    const random = watchRandomBlocks();
    generate({ kind: 'password' });
    vi.advanceTimersByTime(4999);
    expect(random.unused()).toBeGreaterThan(1000);
    vi.advanceTimersByTime(1);
    expect(random.unused()).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
