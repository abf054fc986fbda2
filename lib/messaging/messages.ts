import { browser } from 'wxt/browser';
import type { PasswordOptions } from '../generator/index.ts';
import type { PortableRule } from '../site-rules/portable-rule.ts';
import type { ApiProblem } from './api-problem.ts';
import type { FillOutcome } from './fill-outcome.ts';

/** What a page offers to fill, as the popup needs it. */
export interface TabSurvey {
  readonly host: string;
  /** How many fields the password would go into; 0 where there is none. */
  readonly fields: number;
  /** What the site accepts, if anybody says so. */
  readonly rule?: PortableRule;
  /** How many fields still hold the last fill, which can be taken back. */
  readonly undo?: number;
  /** Where there is no field: the origins of frames that may hold one, and that need a permission. */
  readonly foreign?: readonly string[];
}

/** How many fields hold again what they held before the last fill, and how many hold something newer. */
export interface UndoReply {
  readonly restored: number;
  readonly left: number;
}

/** What to ask the API for, and what the site that it is for accepts. */
export interface ApiRequest {
  readonly options: PasswordOptions;
  readonly rule?: PortableRule | undefined;
}

/** What came of asking the API for the popup: where the password stands, or why there is none. */
export type ApiReply =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly host: string; readonly problem: ApiProblem };

/** What came of a test of the API. */
export type ApiTestReply =
  | { readonly ok: true; readonly host: string; readonly durationMs: number }
  | { readonly ok: false; readonly host: string; readonly problem: ApiProblem };

/** Every message there is, named by direction. No key and no password travels in one: entries go by their id. */
export interface MessageMap {
  'popup-to-background:survey': { request: { tabId: number }; reply: TabSurvey };
  'popup-to-background:fill': { request: { tabId: number; entryId: string }; reply: FillOutcome };
  /** `undefined` where no fill waits for a permission that was given. */
  'popup-to-background:fill-granted': { request: object; reply: FillOutcome | undefined };
  'popup-to-background:undo': { request: { tabId: number }; reply: UndoReply };
  'popup-to-background:make-by-api': { request: ApiRequest; reply: ApiReply };
  'popup-to-background:cancel-api': { request: object; reply: undefined };
  'options-to-background:test-api': { request: { which: 'current' | 'candidate' }; reply: ApiTestReply };
  'background-to-offscreen:clear-clipboard': { request: { salt: string; digest: string }; reply: boolean };
}

type MessageName = keyof MessageMap;
type Handlers = {
  [Name in MessageName]?: (request: MessageMap[Name]['request']) => Promise<MessageMap[Name]['reply']>;
};

/** Sends a message to the extension's other contexts and waits for the reply. */
export async function sendMessage<Name extends MessageName>(
  name: Name,
  request: MessageMap[Name]['request'],
): Promise<MessageMap[Name]['reply']> {
  return browser.runtime.sendMessage({ name, request });
}

/** Answers messages from the extension's own pages; those of anybody else are left unanswered. */
export function answerMessages(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((received: unknown, sender, reply) => {
    const { name, request } = received as { name: MessageName; request: never };
    const handler = handlers[name];
    if (!handler || !isOwnPage(sender)) return;
    handler(request).then(reply);
    return true; // the reply comes later
  });
}

function isOwnPage({ id, url, origin }: { id?: string; url?: string; origin?: string }): boolean {
  const own = browser.runtime.getURL('/');
  // Chromium's service worker has a URL, Firefox's event page and popups too; content scripts have the page's.
  return id === browser.runtime.id && `${url ?? origin ?? ''}/`.startsWith(own);
}
