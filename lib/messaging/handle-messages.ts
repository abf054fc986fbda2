import { browser } from 'wxt/browser';
import {
  type AllHandlers,
  type Answer,
  type Context,
  failed,
  type HandlersOf,
  isOwnPage,
  type MessageName,
} from './messages.ts';
import { isRecord, REQUEST_GUARDS } from './request-guards.ts';

/**
 * Answers each message that an own page or the background sends to this context, and ignores those from any
 * other sender. What is addressed to nobody is answered by the background.
 */
export function handleMessages<To extends Context>(context: To, handlers: HandlersOf<To>): void {
  browser.runtime.onMessage.addListener((received: unknown, sender, reply) => {
    const isForOffscreen = nameOf(received).includes('-to-offscreen:');
    if (!isOwnPage(sender) || isForOffscreen !== (context === 'offscreen')) return;
    void answerTo(received, handlers).then(reply);
    return true; // keeps the channel open for the reply
  });
}

async function answerTo(received: unknown, handlers: object): Promise<Answer<unknown>> {
  const name = nameOf(received);
  if (!Object.hasOwn(handlers, name)) return failed('unknown_message');
  const { request } = received as { readonly request?: unknown };
  const isValid: (request: unknown) => boolean = REQUEST_GUARDS[name as MessageName];
  if (!isValid(request)) return failed('invalid_request');
  try {
    return { ok: true, reply: await (handlers as AllHandlers)[name as MessageName](request as never) };
  } catch (error) {
    // The browser lists it among the extension's errors, as it does with errors that nobody catches. That the
    // storage fails is none of ours, and the page that has asked says that nothing was done.
    if ((error as Error | undefined)?.name !== 'StorageFailure') globalThis.reportError?.(error);
    return failed('handler_failed');
  }
}

function nameOf(received: unknown): string {
  return isRecord(received) && typeof received.name === 'string' ? received.name : '';
}
