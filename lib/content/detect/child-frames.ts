import { isFrameName } from '../dom/focus.ts';
import { type FrameContext, originOf } from '../dom/frame-context.ts';
import { elementsBelow, matches, rectOf } from '../dom/native.ts';
import { walkElements } from '../dom/shadow-dom.ts';
import { createSight, type Sight, type Size } from '../dom/visibility.ts';
import { MAX_ORIGINS } from '../limits.ts';

/** Too small for a form. */
const SMALLER_THAN_A_FORM: Size = [149, 79];
/** Matches the addresses and names of identity providers and account pages. */
const ACCOUNT = /account|auth|identity|idp|join|log.?in|passw|regist|sign.?(in|up)|sso/i;

/**
 * Returns the origins of visible frames of other sites that are large enough for a form, among them `null`
 * for frames without an origin. Frames whose address or name suggests an account come first, then the
 * largest.
 */
export function foreignFrames(document: Document): string[] {
  const sight = createSight(document);
  const pageOrigin = originOf(document);
  const origins = ([...elementsBelow(document, 'iframe')] as HTMLIFrameElement[])
    .filter((frame) => frameOrigin(frame, pageOrigin) !== pageOrigin)
    .map((frame) => ({ origin: frameOrigin(frame, pageOrigin), rank: rankOf(frame, sight) }))
    .filter(({ origin, rank }) => isReported(origin) && rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ origin }) => origin);
  return [...new Set(origins)].slice(0, MAX_ORIGINS);
}

/**
 * Returns the origin of the frame's address, or the page's origin for a frame that the page has written
 * itself; `null`, as browsers say, if a sandbox takes the origin away or if the address has none.
 */
export function frameOrigin(frame: HTMLIFrameElement, pageOrigin: string): string {
  if (matches(frame, '[sandbox]:not([sandbox~=allow-same-origin])')) return 'null';
  const { src, srcdoc } = frame;
  return !srcdoc && /^(https?|data):/.test(src) && URL.canParse(src) ? new URL(src).origin : pageOrigin;
}

/**
 * Whether a permission for the origin can be requested, as for https and for http on this computer, or there
 * is none.
 */
function isReported(origin: string): boolean {
  return /^(null|https:|http:\/\/(localhost|127\.0\.0\.1)(:|$))/.test(origin);
}

/** Ranks a frame by how likely it holds a form; 0 if it is hidden or too small. */
function rankOf(frame: HTMLIFrameElement, sight: Sight): number {
  if (!sight(frame, SMALLER_THAN_A_FORM)) return 0;
  const { width, height } = rectOf(frame);
  const isForAccounts = ACCOUNT.test(`${frame.src} ${frame.name} ${frame.id} ${frame.title}`);
  return width * height * (isForAccounts ? 1e6 : 1);
}

/** Too small for a field. */
const SMALLER_THAN_A_FIELD: Size = [40, 12];

/**
 * Whether a visible frame could hold a field, also in a shadow root. Pages have hidden frames by the hundred.
 */
export function showsFrame(context: FrameContext): boolean {
  const sight = createSight(context.document);
  let found = false;
  walkElements(context, (element, name) => {
    found ||= isFrameName(name) && sight(element, SMALLER_THAN_A_FIELD);
  });
  return found;
}
