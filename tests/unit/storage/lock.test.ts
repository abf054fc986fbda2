// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { deferred } from '../../support/deferred.ts';
import { fakeConnections } from '../../support/fake-ports.ts';

const OWN_PAGE = 'chrome-extension://test/popup.html';

/** Loads a new copy of the module, because it remembers whether it runs in the background. */
async function loadLock() {
  vi.resetModules();
  return import('../../../lib/storage/lock.ts');
}

/** Holds a lock as another context does; returns a function that releases it. */
async function hold(key: string): Promise<() => void> {
  const [held, released] = [deferred(), deferred()];
  void navigator.locks.request(key, () => {
    held.resolve();
    return released.promise;
  });
  await held.promise;
  return released.resolve;
}

beforeEach(() => {
  Object.assign(fakeBrowser, { extension: { inIncognitoContext: false } });
});

describe('a task that runs exclusively', () => {
  it('waits for the others of its key, and for no other key', async () => {
    const { runExclusively } = await loadLock();
    const release = await hold('a');
    const log: string[] = [];
    const waiting = runExclusively('a', async () => log.push('a'));
    await runExclusively('b', async () => log.push('b'));
    release();
    await waiting;
    expect(log).toEqual(['b', 'a']);
  });

  it('returns its result and its error', async () => {
    const { runExclusively } = await loadLock();
    expect(await runExclusively('a', async () => 1)).toBe(1);
    await expect(runExclusively('a', () => Promise.reject(new Error('full')))).rejects.toThrow('full');
    expect(await runExclusively('a', async () => 2)).toBe(2);
  });

  it('is given up by a page after a second, which is reported, and does not run later', async () => {
    const { runExclusively, unlessBusy, onUnsaved, StorageBusyError } = await loadLock();
    const release = await hold('a');
    const task = vi.fn(async () => 1);
    const report = vi.fn();
    const stop = onUnsaved(report);
    await expect(runExclusively('a', task)).rejects.toBeInstanceOf(StorageBusyError);
    expect(await unlessBusy(runExclusively('a', task))).toBeUndefined();
    expect(report).toHaveBeenCalledTimes(2);
    stop();
    release();
    await runExclusively('a', async () => undefined);
    expect(task).not.toHaveBeenCalled();
  });
});

describe('a page of a private window', () => {
  afterEach(() => vi.unstubAllEnvs());

  const loadBoth = async (url = OWN_PAGE) => {
    vi.stubEnv('FIREFOX', 'true');
    fakeConnections(url);
    const page = await loadLock();
    // A second copy of the modules, because the background is a separate context.
    vi.resetModules();
    const { registerLockServer } = await import('../../../lib/background/lock-server.ts');
    registerLockServer();
    Object.assign(fakeBrowser, { extension: { inIncognitoContext: true } });
    return page;
  };

  it('has the background hold the lock for as long as its task runs', async () => {
    const { runExclusively } = await loadBoth();
    const held = await runExclusively('local:a', async () =>
      navigator.locks.request('local:a', { ifAvailable: true }, (lock) => lock === null),
    );
    expect(held).toBe(true);
    expect(await navigator.locks.request('local:a', () => 'free again')).toBe('free again');
  });

  it('waits for other contexts, a second at most, and leaves no lock behind', async () => {
    const { runExclusively, StorageBusyError } = await loadBoth();
    const release = await hold('local:a');
    const task = vi.fn(async () => 1);
    await expect(runExclusively('local:a', task)).rejects.toBeInstanceOf(StorageBusyError);
    release();
    expect(await runExclusively('local:a', async () => 2)).toBe(2);
    expect(await navigator.locks.request('local:a', () => 'free again')).toBe('free again');
    expect(task).not.toHaveBeenCalled();
  });

  it.each(['-local:a', 'a', 'local:', 'other:a', `local:${'a'.repeat(200)}`])(
    'is refused the lock %j, which is of no stored item, without waiting',
    async (name) => {
      const { runExclusively, StorageBusyError } = await loadBoth();
      vi.spyOn(globalThis, 'setTimeout').mockImplementation((() => 0) as never);
      const task = vi.fn(async () => 1);
      await expect(runExclusively(name, task)).rejects.toBeInstanceOf(StorageBusyError);
      expect(task).not.toHaveBeenCalled();
    },
  );

  it('is the only one, because a web page’s connection is ignored', async () => {
    const { runExclusively, StorageBusyError } = await loadBoth('https://example.com/');
    await expect(runExclusively('local:a', async () => 1)).rejects.toBeInstanceOf(StorageBusyError);
  });
});

it('the background waits without a limit', async () => {
  const { runExclusively, waitAsBackground } = await loadLock();
  const limit = vi.spyOn(AbortSignal, 'timeout');
  waitAsBackground();
  const release = await hold('local:a');
  const result = runExclusively('local:a', async () => 'done');
  release();
  expect(await result).toBe('done');
  expect(limit).not.toHaveBeenCalled();
});
