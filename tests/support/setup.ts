import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fillFakeBrowser } from './fake-browser.ts';
import { giveLayout } from './layout.ts';

beforeEach(() => {
  fakeBrowser.reset();
  fillFakeBrowser();
  if (typeof document !== 'undefined') giveLayout();
});
