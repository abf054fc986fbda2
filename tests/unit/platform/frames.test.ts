import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { injectFillScript } from '../../../lib/platform/frames.ts';

const NOT_GRANTED = 'Cannot access contents of the page. Extension manifest must request permission';

/** Replaces `executeScript` by one that throws `times` times before it returns. */
function failing(times: number, message: string) {
  let left = times;
  const executeScript = vi.fn(async () => {
    if (left-- > 0) throw new Error(message);
    return [{ frameId: 0, result: 'reply' }];
  });
  fakeBrowser.scripting.executeScript = executeScript as never;
  return executeScript;
}

describe('injecting into the frames of a tab', () => {
  it('waits for a grant that arrives just after its gesture', async () => {
    failing(3, NOT_GRANTED);
    expect(await injectFillScript({ tabId: 1 })).toEqual([{ frameId: 0, result: 'reply' }]);
  });

  it('stops waiting if nothing is granted', async () => {
    const executeScript = failing(1000, NOT_GRANTED);
    await expect(injectFillScript({ tabId: 1 })).rejects.toThrow('Cannot access contents');
    expect(executeScript.mock.calls.length).toBeLessThan(30);
  });

  it('does not wait where no extension ever has access', async () => {
    const executeScript = failing(1000, 'Cannot access a chrome:// URL');
    await expect(injectFillScript({ tabId: 1 })).rejects.toThrow('chrome://');
    expect(executeScript).toHaveBeenCalledTimes(1);
  });
});
