import { isDocument, localNameOf, rootOf, shadowRootOf } from './native.ts';
import type { WalkOptions } from './shadow-dom.ts';

/** Returns the elements at a point of the viewport, those on top first, through shadow roots. */
export function stackAt(
  context: WalkOptions,
  x: number,
  y: number,
  root: Document | ShadowRoot = context.document,
): Element[] {
  const { elementsFromPoint } = (isDocument(root) ? Document : ShadowRoot).prototype;
  return elementsFromPoint.call(root, x, y).flatMap((element) => {
    if (rootOf(element) !== root) return [];
    const shadow = localNameOf(element).includes('-') ? context.openShadow(element) : shadowRootOf(element);
    return shadow ? [...stackAt(context, x, y, shadow), element] : [element];
  });
}
