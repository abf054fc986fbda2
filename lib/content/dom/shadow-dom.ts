import { MAX_HOSTS_ASKED, MAX_SHADOW_DEPTH } from '../limits.ts';
import type { FrameContext } from './frame-context.ts';
import { localNameOf, walkerOver } from './native.ts';

/** A document, and which of its shadow roots are opened. */
export interface WalkOptions extends Pick<FrameContext, 'document' | 'openShadow'> {
  /** Whether to query every possible host for a closed root, instead of the likely ones alone. */
  readonly askAll?: boolean;
}

/** Elements that can hold a shadow root besides custom elements (DOM standard, `attachShadow`). */
const SHADOW_HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

/** Every field is at least this wide, in CSS pixels, unlike icons. */
const MIN_WIDTH = 40;

/** Calls `visit` with each element of the document in reading order; a shadow root follows its host. */
export function walkElements(
  options: WalkOptions,
  visit: (element: Element, localName: string) => void,
): void {
  // An explicit stack, because a page can nest more shadow roots than JavaScript can nest calls.
  const open = [walkerOver(options.document, NodeFilter.SHOW_ELEMENT)];
  for (let walker = open.at(-1); walker; walker = open.at(-1)) {
    const shadow = walkToShadow(walker, options, visit);
    if (!shadow) open.pop();
    else if (open.length < MAX_SHADOW_DEPTH) open.push(walkerOver(shadow, NodeFilter.SHOW_ELEMENT));
  }
}

/** Walks one tree as far as its next shadow root. A walker is twice as fast as a list of all elements. */
function walkToShadow(
  walker: TreeWalker,
  options: WalkOptions,
  visit: (element: Element, localName: string) => void,
): ShadowRoot | null {
  for (let element = walker.nextNode(); element; element = walker.nextNode()) {
    // Reading the property directly is three times as fast, but a form's child can hide it under its own
    // name.
    const { localName } = element as Element;
    const name = typeof localName === 'string' ? localName : localNameOf(element as Element);
    visit(element as Element, name);
    const shadow = shadowOf(element as Element, name, options);
    if (shadow) return shadow;
  }
  return null;
}

/**
 * Returns the shadow root of an element that can hold one. Only likely hosts are queried for a closed root,
 * because a query takes longer than all other work on an element.
 */
function shadowOf(element: Element, name: string, { openShadow, askAll }: WalkOptions): ShadowRoot | null {
  if (!SHADOW_HOSTS.has(name)) return name.includes('-') ? openShadow(element) : null;
  return askAll || isLikelyHost(element as HTMLElement) ? openShadow(element) : element.shadowRoot;
}

/**
 * Whether the element shows nothing of its own and is wide enough for a field. It avoids touching text nodes,
 * because the browser would create an object for each.
 */
function isLikelyHost(element: HTMLElement): boolean {
  if (element.firstElementChild) return false;
  if (element.hasChildNodes() && element.textContent?.trim()) return false;
  return element.offsetWidth >= MIN_WIDTH;
}

/** Whether an element with content of its own holds a closed root, which only a walk with `askAll` enters. */
export function hasHiddenRoot(context: FrameContext): boolean {
  let left = MAX_HOSTS_ASKED;
  let found = false;
  walkElements(context, (element, name) => {
    if (found || left === 0 || !SHADOW_HOSTS.has(name) || isLikelyHost(element as HTMLElement)) return;
    left--;
    found = !element.shadowRoot && context.openShadow(element) !== null;
  });
  return found;
}
