// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { text } from '../../support/locale.ts';
import { openOptions } from './open-options.tsx';

afterEach(cleanup);

it('the shortcut is changed on the browser’s own page for shortcuts', async () => {
  const user = await openOptions();
  fakeBrowser.tabs.create = vi.fn() as never;
  await user.click(screen.getByRole('button', { name: text('options_shortcut_change') }));
  expect(fakeBrowser.tabs.create).toHaveBeenCalledWith({ url: 'chrome://extensions/shortcuts' });
});
