import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_OPTIONS } from '../../../lib/generator/index.ts';
import { clipboardSettings, generatorOptions } from '../../../lib/platform/settings.ts';

describe('stored settings', () => {
  it('are the generator’s defaults at first', async () => {
    expect(await generatorOptions.read()).toEqual(DEFAULT_OPTIONS);
  });

  it('keep what is valid when a part was damaged', async () => {
    const value = { length: 4000, uppercase: 'no', numbers: false, exclude: 'xyz' };
    await fakeBrowser.storage.local.set({ generatorOptions: { version: 1, value } });
    expect(await generatorOptions.read()).toEqual({ ...DEFAULT_OPTIONS, numbers: false, exclude: 'xyz' });
  });

  it('hold the clipboard time between what alarms can do and ten minutes', async () => {
    for (const seconds of [29, 601, 60.5, '90']) {
      await fakeBrowser.storage.local.set({ clipboard: { version: 1, value: { seconds } } });
      expect((await clipboardSettings.read()).seconds).toBe(60);
    }
    await clipboardSettings.write({ seconds: 90, offer: false });
    expect(await clipboardSettings.read()).toEqual({ seconds: 90, offer: false });
  });
});
