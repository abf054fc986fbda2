import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { handleMessages } from '../../../lib/messaging/messages.ts';

const FILL = { name: 'popup-to-background:fill', request: { tabId: 1, entryId: 'x' } };

/** Sends a message as `sender` to the registered listener: whether it replies, and whether a handler ran. */
async function receive(sender: object): Promise<{ replies: unknown; handled: boolean }> {
  const handler = vi.fn(async () => ({ code: 'no_field' as const }));
  let listener: ((...args: unknown[]) => unknown) | undefined;
  fakeBrowser.runtime.onMessage.addListener = ((added: typeof listener) => {
    listener = added;
  }) as never;
  handleMessages({ 'popup-to-background:fill': handler });
  return { replies: listener?.(FILL, sender, () => undefined), handled: handler.mock.calls.length > 0 };
}

describe('messages', () => {
  const id = () => fakeBrowser.runtime.id;

  it('from the extension’s own pages are handled', async () => {
    const sender = { id: id(), url: 'chrome-extension://test/popup.html' };
    expect(await receive(sender)).toEqual({ replies: true, handled: true });
  });

  it.each([
    ['a page with a content script', () => ({ id: id(), url: 'https://example.com/' })],
    ['another extension', () => ({ id: 'other', url: 'chrome-extension://test/popup.html' })],
    [
      'a page whose address begins alike',
      () => ({ id: id(), url: 'chrome-extension://test.example/popup.html' }),
    ],
    ['nobody', () => ({})],
  ])('from %s are ignored', async (_, sender) => {
    expect(await receive(sender())).toEqual({ replies: undefined, handled: false });
  });
});
