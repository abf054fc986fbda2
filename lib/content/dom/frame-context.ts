import { viewOf } from './native.ts';

/** One document, and what only the browser's extension API can tell about it. */
export interface FrameContext {
  readonly document: Document;
  /** The element of a Firefox menu number. */
  readonly elementNamed: (id: number) => Element | null;
  /** The shadow root of an element, open or closed. */
  readonly openShadow: (element: Element) => ShadowRoot | null;
}

/** The document's own origin: `null` where a sandbox gives it none, whatever its address says. */
export function originOf(document: Document): string {
  return viewOf(document)?.origin ?? 'null';
}
