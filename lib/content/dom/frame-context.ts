import { viewOf } from './native.ts';

/** One document, with two lookups that only the browser's extension API can do. */
export interface FrameContext {
  readonly document: Document;
  /** Returns the element behind a Firefox menu id. */
  readonly elementNamed: (id: number) => Element | null;
  /** Returns the shadow root of an element, open or closed. */
  readonly openShadow: (element: Element) => ShadowRoot | null;
}

/** Returns the document's own origin, which is `null` in a sandbox whatever the address is. */
export function originOf(document: Document): string {
  return viewOf(document)?.origin ?? 'null';
}
