import { browser } from 'wxt/browser';
import type { PasswordOptions } from '../generator/index.ts';
import type { PortableRule } from '../site-rules/portable-rule.ts';
import type { ApiProblem } from './api-problem.ts';
import type { ClosedPage, FillOutcome } from './fill-outcome.ts';
import type { SaveKeyReply, SaveKeyRequest, UnlockResult } from './key-messages.ts';

/** The frame that a survey has chosen, so that a fill goes to no other. */
export interface ShownFrame {
  readonly frameId: number;
  /** The browser's id of its document; Firefox gives one from 153 on. */
  readonly documentId?: string;
  readonly origin: string;
}

/** What can be filled in a tab, as the popup needs it. */
export interface TabSurvey {
  readonly host: string;
  /** How many fields a fill would write to, from 0. */
  readonly fields: number;
  /** Whether others on the network can read what is filled in there. */
  readonly insecure?: boolean;
  /** The frame with the fields, which is the one that a fill goes to; missing without fields. */
  readonly frame?: ShownFrame;
  /** The browser's id of the page's document, if it has given one. */
  readonly pageId?: string;
  /** Why nothing in the page is filled, whatever it shows. */
  readonly closed?: ClosedPage;
  /** Whether the form, or the focus, is in a frame without an origin, which is never filled. */
  readonly opaque?: boolean;
  /** What the site accepts, if any source knows. */
  readonly rule?: PortableRule;
  /** How many fields still hold the last fill and can be undone. */
  readonly undo?: number;
  /** If no field was found: the origins of frames that may hold one and that need a permission. */
  readonly foreign?: readonly string[];
}

/** How many fields were restored to what they held before the fill, and how many hold something newer. */
export interface UndoReply {
  readonly restored: number;
  readonly left: number;
}

/** The options of a password to request from the API, and the rule of the site that it is for. */
export interface ApiRequest {
  readonly options: PasswordOptions;
  readonly rule?: PortableRule | undefined;
  /** Whether the popup belongs to a private window. */
  readonly incognito?: boolean;
}

/** The id under which the popup finds the API's password, or why there is none. */
export type ApiReply =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly host: string; readonly problem: ApiProblem };

/** The result of a test call of the API. */
export type ApiTestReply =
  | { readonly ok: true; readonly host: string; readonly durationMs: number }
  | { readonly ok: false; readonly host: string; readonly problem: ApiProblem };

/**
 * Every message, named by its direction. Passwords are named by the ids of their entries. Only two messages
 * carry a secret, because only the background encrypts and opens keys: `save-key` and `unlock-key`.
 */
export interface MessageMap {
  'popup-to-background:survey': { request: { tabId: number }; reply: TabSurvey };
  'popup-to-background:fill': {
    request: { tabId: number; entryId: string; frame: ShownFrame };
    reply: FillOutcome;
  };
  /** The popup asks for the permission of its pending fill, so that fill has to be erased in time. */
  'popup-to-background:guard-pending': { request: object; reply: undefined };
  /** `undefined` if no fill is pending or its permission is missing. */
  'popup-to-background:fill-granted': { request: object; reply: FillOutcome | undefined };
  'popup-to-background:undo': { request: { tabId: number }; reply: UndoReply };
  'popup-to-background:make-by-api': { request: ApiRequest; reply: ApiReply };
  'popup-to-background:cancel-api': { request: object; reply: undefined };
  'options-to-background:test-api': { request: object; reply: ApiTestReply };
  'options-to-background:save-key': { request: SaveKeyRequest; reply: SaveKeyReply };
  'options-to-background:unlock-key': {
    request: { service: string; passphrase: string };
    reply: UnlockResult;
  };
  'options-to-background:lock-key': { request: { service: string }; reply: undefined };
  'options-to-background:delete-key': { request: { service: string }; reply: undefined };
  'background-to-offscreen:clear-clipboard': { request: { salt: string; digest: string }; reply: boolean };
}

export type MessageName = keyof MessageMap;
export type AllHandlers = {
  readonly [Name in MessageName]: (
    request: MessageMap[Name]['request'],
  ) => Promise<MessageMap[Name]['reply']>;
};
export type Context = 'background' | 'offscreen';

/** A handler for every message to the context, so that a missing one does not compile. */
export type HandlersOf<To extends Context> = Pick<
  AllHandlers,
  Extract<MessageName, `${string}-to-${To}:${string}`>
>;

/**
 * Why a message has no reply: the receiver does not know it, its request is not one, its handler failed, or
 * the receiver was stopped before it could answer.
 */
export type MessageFailure = 'unknown_message' | 'invalid_request' | 'handler_failed' | 'no_answer';

/** The answer to a message. */
export type Answer<Reply> =
  | { readonly ok: true; readonly reply: Reply }
  | { readonly ok: false; readonly failure: MessageFailure };

/** The answer to a message that has no reply. */
export const failed = (failure: MessageFailure) => ({ ok: false, failure }) as const;

/** Sends a message to the extension's other contexts. Never rejects. */
export async function sendMessage<Name extends MessageName>(
  name: Name,
  request: MessageMap[Name]['request'],
): Promise<Answer<MessageMap[Name]['reply']>> {
  try {
    const answer: unknown = await browser.runtime.sendMessage({ name, request });
    return Object.hasOwn(Object(answer), 'ok') ? (answer as never) : failed('no_answer');
  } catch {
    return failed('no_answer');
  }
}

/** Whether a message or connection comes from a page or the background of this extension. */
export function isOwnPage({ id, url, origin }: { id?: string; url?: string; origin?: string }): boolean {
  const extensionUrl = browser.runtime.getURL('/');
  // Our pages, Chromium's worker and Firefox's event page send a URL of the extension; content scripts send
  // the page's.
  return id === browser.runtime.id && `${url ?? origin ?? ''}/`.startsWith(extensionUrl);
}
