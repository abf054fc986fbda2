import { memoize } from '../detect/memoize.ts';
import { attributeOf, elementsBelow, localNameOf, parentInTree, parentOf, slotOf } from './native.ts';
import type { WalkOptions } from './shadow-dom.ts';

/**
 * Returns a function that finds the parent as the page is shown: what is put in a slot lies in the slot. The
 * browser does not tell the slots of closed roots, so that they are looked up in custom elements.
 */
export function flatParents({ openShadow }: WalkOptions): (element: Element) => Element | null {
  const slotsIn = memoize((host: Element) => {
    const shadow = localNameOf(host).includes('-') && openShadow(host);
    return shadow ? [...elementsBelow(shadow, 'slot')] : [];
  });
  return (element) => {
    const parent = parentInTree(element);
    if (!parent) return parentOf(element);
    const inSlot = (slot: Element) => attributeOf(slot, 'name') === attributeOf(element, 'slot');
    return slotOf(element) ?? slotsIn(parent).find(inSlot) ?? parent;
  };
}
