import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { handleMessages } from '../../../lib/messaging/messages.ts';

const FILL = { name: 'popup-to-background:fill', request: { tabId: 1, entryId: 'x' } };

/** Lets the registered listener hear a message from `sender`; says whether it will answer. */
async function hear(sender: object): Promise<{ answers: unknown; handled: boolean }> {
  const handler = vi.fn(async () => ({ code: 'no_field' as const }));
  let listener: ((...args: unknown[]) => unknown) | undefined;
  fakeBrowser.runtime.onMessage.addListener = ((added: typeof listener) => {
    listener = added;
  }) as never;
  handleMessages({ 'popup-to-background:fill': handler });
  return { answers: listener?.(FILL, sender, () => undefined), handled: handler.mock.calls.length > 0 };
}

describe('messages', () => {
  const id = () => fakeBrowser.runtime.id;

  it('are answered to the extension’s own pages', async () => {
    const sender = { id: id(), url: 'chrome-extension://test/popup.html' };
    expect(await hear(sender)).toEqual({ answers: true, handled: true });
  });

  it.each([
    ['a page with a content script', () => ({ id: id(), url: 'https://example.com/' })],
    ['another extension', () => ({ id: 'other', url: 'chrome-extension://test/popup.html' })],
    [
      'a page whose address begins alike',
      () => ({ id: id(), url: 'chrome-extension://test.example/popup.html' }),
    ],
    ['nobody', () => ({})],
  ])('of %s are left unanswered', async (_, sender) => {
    expect(await hear(sender())).toEqual({ answers: undefined, handled: false });
  });
});
