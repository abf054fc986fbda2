import { MAX_SHADOW_DEPTH } from '../limits.ts';
import type { FrameContext } from './frame-context.ts';
import { localNameOf, walkerOver } from './native.ts';

/** A document, and which of its shadow roots are opened. */
export interface WalkOptions extends Pick<FrameContext, 'document' | 'openShadow'> {
  /** How many unlikely hosts are still queried for a closed root, besides the likely ones. */
  asksLeft?: number;
}

/** Elements that pages give a shadow root to, besides custom elements. */
const SHADOW_HOSTS = new Set('article aside body div footer header main nav p section span'.split(' '));

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
function shadowOf(element: Element, name: string, options: WalkOptions): ShadowRoot | null {
  if (name.includes('-')) return options.openShadow(element);
  if (!SHADOW_HOSTS.has(name)) return null;
  if (isLikelyHost(element as HTMLElement)) return options.openShadow(element);
  if (!options.asksLeft) return element.shadowRoot;
  options.asksLeft--;
  return options.openShadow(element);
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
