import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { clipboardSettings } from '../../../lib/storage/clipboard-settings.ts';
import { defaultOptions, kindOptions } from '../../../lib/storage/kind-options.ts';

describe('stored settings', () => {
  it('are the generator’s defaults at first', async () => {
    expect(await kindOptions.password.read()).toEqual(defaultOptions('password'));
  });

  it('keep the valid options if others are damaged', async () => {
    const value = { length: 4000, uppercase: 'no', numbers: false, exclude: 'xyz' };
    await fakeBrowser.storage.local.set({ generatorOptions: { version: 1, value } });
    expect(await kindOptions.password.read()).toEqual({
      ...defaultOptions('password'),
      numbers: false,
      exclude: 'xyz',
    });
  });

  it('keep the clipboard time between the shortest alarm and ten minutes', async () => {
    for (const seconds of [29, 601, 60.5, '90']) {
      await fakeBrowser.storage.local.set({ clipboard: { version: 1, value: { seconds } } });
      expect((await clipboardSettings.read()).seconds).toBe(60);
    }
    await clipboardSettings.update(() => ({ seconds: 90, offer: false }));
    expect(await clipboardSettings.read()).toEqual({ seconds: 90, offer: false });
  });
});
