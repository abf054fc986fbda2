import { MAX_PARTS_AROUND } from '../limits.ts';
import { spansOf, viewportOf } from './boxes.ts';
import { elementsBelow, lineUp, matches, rootElementOf, siblingsOf } from './native.ts';
import type { WalkOptions } from './shadow-dom.ts';
import { lengthOf, overlap, type Span } from './spans.ts';
import { stackAt } from './stack.ts';

/** Something to act on, unlike a background or a mark that the page is loading. */
const CONTROLS = 'a, button, input, select, textarea, iframe, [role=button]';

/**
 * Returns a function that tells whether a field lies in front of the page, and not behind a modal dialog or
 * anything else that covers all of it.
 */
export function frontFinder(context: WalkOptions): (field: Element) => boolean {
  let fronts: readonly Element[][] | undefined;
  return (field) => {
    fronts ??= [[...elementsBelow(context.document, ':modal')], coversOf(context)].filter(([first]) => first);
    // Pages with thousands of fields mostly have nothing in front.
    const line = fronts.length > 0 ? lineUp(field) : [];
    return fronts.every((front) => front.some((element) => line.includes(element)));
  };
}

/** Returns what lies at the middle of an area over an element, on top first; nothing if that is not there. */
export function stackOver(context: WalkOptions, area: readonly Span[], element: Element): Element[] {
  const [x = 0, y = 0] = area.map(([from, to]) => (from + to) / 2);
  const stack = stackAt(context, x, y);
  return stack.slice(0, Math.max(0, stack.indexOf(element)));
}

/** Returns what hides an element on screen. */
export function coversOver(context: WalkOptions, element: Element): Element[] {
  const area = spansOf(element);
  return stackOver(context, area, element).filter((over) => hides(over, area));
}

/** Whether an element on screen is on the far side of a card. */
export function isTurnedAway(context: WalkOptions, element: Element): boolean {
  const stack = stackOver(context, spansOf(element), rootElementOf(context.document));
  const isHidden = (up: Element) => getComputedStyle(up).backfaceVisibility === 'hidden';
  return stack.length > 0 && !stack.includes(element) && lineUp(element).some(isHidden);
}

/** Returns the topmost element that hides the page behind it, with what lies over it; none without one. */
function coversOf(context: WalkOptions): Element[] {
  const viewport = viewportOf(context.document);
  const stack = stackOver(context, viewport, rootElementOf(context.document));
  const at = stack.findIndex(
    (element) => isFixed(element) && hides(element, viewport) && !isBackground(element),
  );
  const cover = stack[at] as Element;
  if (at < 0) return [];
  const beside = siblingsOf(cover, MAX_PARTS_AROUND, MAX_PARTS_AROUND).filter(
    (other) => isFixed(other) && !stackOver(context, spansOf(other), other).includes(cover),
  );
  const covers = [cover, ...stack.slice(0, at), ...beside];
  const canAct = covers.some((one) => matches(one, CONTROLS) || elementsBelow(one, CONTROLS).length > 0);
  return canAct ? covers : [];
}

/** Whether an element stays where it is when the page is scrolled. */
export const isFixed = (element: Element, line: readonly Element[] = []): boolean =>
  lineUp(element).some((up) => !line.includes(up) && /fixed|sticky/.test(getComputedStyle(up).position));

/** Whether an element is put behind the page, where it can still be on top beside what the page shows. */
const isBackground = (element: Element) => Number(getComputedStyle(element).zIndex) < 0;

/** Whether an element shows itself, and not only what lies behind it, on nine tenths of an area. */
export function hides(element: Element, area: readonly Span[]): boolean {
  const own = spansOf(element);
  const fills = area.every(
    (span, axis) => lengthOf(overlap(span, own[axis] as Span)) >= 0.9 * lengthOf(span),
  );
  const { backgroundColor, backgroundImage, backdropFilter, opacity } = getComputedStyle(element);
  const isClear = /[,/] 0(\.0\d*)?\)$/.test(backgroundColor) && backgroundImage === 'none';
  const blurs = /\(/.test(backdropFilter);
  return (
    fills &&
    area.every((span) => lengthOf(span) > 0) &&
    opacity !== '0' &&
    (!isClear || blurs || matches(element, 'canvas, iframe, img, video, [role=dialog]'))
  );
}
