import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { injectFillScript } from '../../../lib/platform/frames.ts';

const NOT_GRANTED = 'Cannot access contents of the page. Extension manifest must request permission';

/** `executeScript` that fails so many times with a message, and then answers. */
function failing(times: number, message: string) {
  let left = times;
  const executeScript = vi.fn(async () => {
    if (left-- > 0) throw new Error(message);
    return [{ frameId: 0, result: 'answer' }];
  });
  fakeBrowser.scripting.executeScript = executeScript as never;
  return executeScript;
}

describe('going into the frames of a tab', () => {
  it('waits for a grant that comes just after its gesture', async () => {
    failing(3, NOT_GRANTED);
    expect(await injectFillScript({ tabId: 1 })).toEqual([{ frameId: 0, result: 'answer' }]);
  });

  it('gives up in the end where nothing is granted', async () => {
    const executeScript = failing(1000, NOT_GRANTED);
    await expect(injectFillScript({ tabId: 1 })).rejects.toThrow('Cannot access contents');
    expect(executeScript.mock.calls.length).toBeLessThan(30);
  });

  it('does not wait where no extension may ever go', async () => {
    const executeScript = failing(1000, 'Cannot access a chrome:// URL');
    await expect(injectFillScript({ tabId: 1 })).rejects.toThrow('chrome://');
    expect(executeScript).toHaveBeenCalledTimes(1);
  });
});
