import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerClipboardClearing } from '../../../lib/background/clipboard-clearing.ts';
import { type ClipboardAccess, clearIfDigest } from '../../../lib/platform/clipboard.ts';
import { CLEAR_ALARM, scheduleClearing } from '../../../lib/platform/clipboard-alarm.ts';
import { requestClipboardAccess } from '../../../lib/platform/permissions.ts';

/** The salt and digest that the background sends. */
async function expectedOf(password: string): Promise<{ salt: string; digest: string }> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`salt${password}`));
  return { salt: 'salt', digest: Array.from(new Uint8Array(bytes)).join() };
}

function clipboardHolding(text: string): ClipboardAccess & { text: string } {
  return {
    text,
    async read() {
      return this.text;
    },
    async clear() {
      this.text = '';
    },
  };
}

describe('clearing the clipboard', () => {
  it('clears the password', async () => {
    const clipboard = clipboardHolding('Secret-1');
    expect(await clearIfDigest(await expectedOf('Secret-1'), clipboard)).toBe(true);
    expect(clipboard.text).toBe('');
  });

  it('leaves a text that was copied since', async () => {
    const clipboard = clipboardHolding('a shopping list');
    expect(await clearIfDigest(await expectedOf('Secret-1'), clipboard)).toBe(false);
    expect(clipboard.text).toBe('a shopping list');
  });

  it('is scheduled only after the person has permitted it', async () => {
    expect(await scheduleClearing()).toBe(false);
    await requestClipboardAccess();
    expect(await scheduleClearing()).toBe(true);
    expect(await fakeBrowser.alarms.get(CLEAR_ALARM)).toBeDefined();
  });

  it('is scheduled by the background after the grant, because the popup may have closed', async () => {
    registerClipboardClearing();
    await requestClipboardAccess();
    await expect.poll(() => fakeBrowser.alarms.get(CLEAR_ALARM)).toBeDefined();
  });
});
