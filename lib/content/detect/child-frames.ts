import { isFrameName } from '../dom/focus.ts';
import { type FrameContext, originOf } from '../dom/frame-context.ts';
import { elementsBelow } from '../dom/native.ts';
import { walkElements } from '../dom/shadow-dom.ts';
import { isSeen } from '../dom/visibility.ts';

/** No form fits into a frame of this size; CSS pixels. */
const SMALLER_THAN_A_FORM = { width: 149, height: 79 };
/** More than these would be no question but a list. */
const MOST = 3;
/** What the frames of identity providers and account pages are called. */
const ACCOUNT = /account|auth|identity|idp|join|log.?in|passw|regist|sign.?(in|up)|sso/i;

/**
 * The origins of the frames of other sites that a person can see and that are large enough for a form, the likeliest
 * first: those whose address or name speaks of accounts, then the largest.
 */
export function foreignFrames(document: Document): string[] {
  const own = originOf(document);
  const origins = ([...elementsBelow(document, 'iframe')] as HTMLIFrameElement[])
    .filter((frame) => isSandboxed(frame) || addressOf(frame, own) !== own)
    .map((frame) => ({ origin: addressOf(frame, own), rank: rankOf(frame) }))
    .filter(({ origin, rank }) => isAskable(origin) && rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ origin }) => origin);
  return [...new Set(origins)].slice(0, MOST);
}

/** A frame without an origin of its own; Firefox's click does not open it, though it is of the page's site. */
function isSandboxed({ sandbox }: HTMLIFrameElement): boolean {
  return (sandbox?.length ?? 0) > 0 && !sandbox.contains('allow-same-origin');
}

/** The origin of the frame's address; the page's own where the page has written the frame. */
function addressOf({ src, srcdoc }: HTMLIFrameElement, own: string): string {
  return !srcdoc && /^https?:/.test(src) && URL.canParse(src) ? new URL(src).origin : own;
}

/** Whether a permission can be asked for it: https, or http on this machine. */
function isAskable(origin: string): boolean {
  return /^https:|^http:\/\/(localhost|127\.0\.0\.1)(:|$)/.test(origin);
}

/** 0 for a frame that cannot hold a form that a person sees. */
function rankOf(frame: HTMLIFrameElement): number {
  if (!isSeen(frame, SMALLER_THAN_A_FORM)) return 0;
  const { width, height } = frame.getBoundingClientRect();
  const area = width * height;
  return ACCOUNT.test(`${frame.src} ${frame.name} ${frame.id} ${frame.title}`) ? area * 1e6 : area;
}

/** Smaller than any frame with a field that a person types into; CSS pixels. */
const SMALLER_THAN_A_FIELD = { width: 40, height: 12 };

/** Whether the document shows a frame that could hold a field, also in its shadow roots. Of others it can have hundreds. */
export function showsFrame(here: FrameContext): boolean {
  let shows = false;
  walkElements(here.document, here, (element, name) => {
    shows ||= isFrameName(name) && isSeen(element, SMALLER_THAN_A_FIELD);
  });
  return shows;
}
