import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { handleMessages } from '../../../lib/messaging/handle-messages.ts';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import { REQUEST_GUARDS } from '../../../lib/messaging/request-guards.ts';
import { StorageFailure } from '../../../lib/storage/damaged-items.ts';

const FRAME = { frameId: 0, origin: 'https://shop.example' };
const FILL = { name: 'popup-to-background:fill', request: { tabId: 1, entryId: 'x', frame: FRAME } };
const OWN_PAGE = () => ({ id: fakeBrowser.runtime.id, url: 'chrome-extension://test/popup.html' });

const handler = vi.fn(async (): Promise<unknown> => ({ code: 'no_field' }));
const names = Object.keys(REQUEST_GUARDS);

/** A context that handles all its messages with `handler`; returns how it answers a message. */
function listen(context: 'background' | 'offscreen') {
  let listener: ((...args: unknown[]) => unknown) | undefined;
  fakeBrowser.runtime.onMessage.addListener = ((added: typeof listener) => {
    listener = added;
  }) as never;
  const own = names.filter((name) => name.includes(`-to-${context}:`));
  handleMessages(context, Object.fromEntries(own.map((name) => [name, handler])) as never);
  return (message: unknown, sender: object = OWN_PAGE()): Promise<unknown> =>
    new Promise((resolve) => {
      if (listener?.(message, sender, resolve) !== true) resolve('ignored');
    });
}

const failed = (failure: string) => ({ ok: false, failure });

describe('messages', () => {
  const id = () => fakeBrowser.runtime.id;

  it('from the extension’s own pages are handled', async () => {
    expect(await listen('background')(FILL)).toEqual({ ok: true, reply: { code: 'no_field' } });
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
    handler.mockClear();
    expect(await listen('background')(FILL, sender())).toBe('ignored');
    expect(handler).not.toHaveBeenCalled();
  });

  it.each<[unknown]>([
    [null],
    [undefined],
    ['popup-to-background:fill'],
    [7],
    [[]],
    [{}],
    [{ name: null }],
    [{ name: 'popup-to-background:nothing' }],
    ...['constructor', '__proto__', 'toString'].map((name): [unknown] => [{ name, request: {} }]),
  ])('such as %j, which nobody knows, are answered by the background alone', async (message) => {
    expect(await listen('background')(message)).toEqual(failed('unknown_message'));
    expect(await listen('offscreen')(message)).toBe('ignored');
  });

  it('to the offscreen document are left to it', async () => {
    const name = 'background-to-offscreen:clear-clipboard';
    const message = { name, request: { salt: 's', digest: 'd' } };
    expect(await listen('background')(message)).toBe('ignored');
    expect(await listen('offscreen')(message)).toMatchObject({ ok: true });
    expect(await listen('offscreen')({ name: 'x-to-offscreen:y' })).toEqual(failed('unknown_message'));
  });

  it.each(names)('%s is answered for any request, and handled only with a valid one', async (name) => {
    const ask = listen(name.includes('offscreen') ? 'offscreen' : 'background');
    for (const request of [null, undefined, 'x', 7, [], [{}], { tabId: '1' }, { tabId: Number.NaN }]) {
      handler.mockClear();
      const isAny = REQUEST_GUARDS[name as keyof typeof REQUEST_GUARDS](request);
      expect(await ask({ name, request })).toMatchObject(isAny ? { ok: true } : failed('invalid_request'));
      expect(handler).toHaveBeenCalledTimes(isAny ? 1 : 0);
    }
    expect(await ask({ name })).toEqual(failed('invalid_request'));
  });

  it('of any shape get an answer', async () => {
    const ask = listen('background');
    const shapes = fc.oneof(
      fc.anything(),
      fc.record({ name: fc.constantFrom(...names), request: fc.anything() }),
      fc.record({ name: fc.constantFrom(...names), request: fc.record({ options: fc.anything() }) }),
    );
    const isOffscreen = (message: unknown) =>
      String((message as { name?: unknown } | null)?.name).includes('-to-offscreen:');
    await fc.assert(
      fc.asyncProperty(shapes, async (message) => {
        fc.pre(!isOffscreen(message));
        expect(await ask(message)).toHaveProperty('ok');
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['rejects', async () => Promise.reject(new Error('bug'))],
    [
      'throws',
      () => {
        throw new Error('bug');
      },
    ],
  ])('are answered if the handler %s, and the browser hears of the error', async (_, act) => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    handler.mockImplementationOnce(act);
    expect(await listen('background')(FILL)).toEqual(failed('handler_failed'));
    expect(reported).toHaveBeenCalledTimes(1);
    vi.unstubAllGlobals();
  });

  it('are answered if the storage fails, which is no error of the extension', async () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const item = { key: 'x', reset: async () => undefined };
    handler.mockImplementationOnce(async () => Promise.reject(new StorageFailure(item, new Error('full'))));
    expect(await listen('background')(FILL)).toEqual(failed('handler_failed'));
    expect(reported).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });
});

describe('a message that is sent', () => {
  const send = (answer: () => Promise<unknown>) => {
    fakeBrowser.runtime.sendMessage = vi.fn(answer) as never;
    return sendMessage('popup-to-background:undo', { tabId: 1 });
  };

  it('returns the answer', async () => {
    const answer = { ok: true, reply: { restored: 1, left: 0 } };
    expect(await send(async () => answer)).toEqual(answer);
  });

  it.each([
    ['the background was stopped', () => Promise.reject(new Error('The message port closed'))],
    ['nobody listens', async () => undefined],
    ['the answer is none', async () => 'granted'],
  ])('returns a failure if %s', async (_, answer) => {
    expect(await send(answer)).toEqual(failed('no_answer'));
  });
});
