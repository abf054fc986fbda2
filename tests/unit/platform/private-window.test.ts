import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

beforeEach(() => vi.resetModules());

const load = () => import('../../../lib/platform/private-window.ts');

it.each([true, false])('takes a page for private if its tab is, and asks once: %s', async (incognito) => {
  const query = vi.fn(async () => [{ id: 7, incognito }]);
  fakeBrowser.tabs.query = query as never;
  const { inPrivateWindow } = await load();
  expect([await inPrivateWindow(), await inPrivateWindow()]).toEqual([incognito, incognito]);
  expect(query).toHaveBeenCalledTimes(1);
});

it('takes a page without a tab for one of no private window, and asks again', async () => {
  const query = vi.fn();
  query.mockRejectedValueOnce(new Error('No window')).mockResolvedValue([{ id: 7, incognito: true }]);
  fakeBrowser.tabs.query = query as never;
  const { inPrivateWindow } = await load();
  expect([await inPrivateWindow(), await inPrivateWindow()]).toEqual([false, true]);
});
