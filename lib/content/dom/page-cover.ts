import { MAX_FIELDS_HIT, MAX_PARTS_AROUND } from '../limits.ts';
import { spansOf, viewportOf } from './boxes.ts';
import { bodyOf, elementsBelow, matches, siblingsOf } from './native.ts';
import type { WalkOptions } from './shadow-dom.ts';
import { isArea, lengthOf, overlap, type Span } from './spans.ts';
import { stackAt } from './stack.ts';
import type { Sight } from './visibility.ts';

/** Something to act on, unlike a background or a mark that the page is loading. */
const CONTROLS = 'a, button, input, select, textarea, iframe, [role=button]';

/**
 * Returns a function that tells whether a field lies in front of the page, and not behind a modal dialog or
 * anything else that covers all of it.
 */
export function frontFinder(context: WalkOptions, sight: Sight): (field: Element) => boolean {
  let modals: Element[] | undefined;
  let covers: Element[] = [];
  let left = MAX_FIELDS_HIT;
  return (field) => {
    if (!modals) {
      modals = [...elementsBelow(context.document, ':modal')];
      covers = coversOf(context, sight);
    }
    const line = lineUp(sight, field);
    const isIn = (elements: readonly Element[]) => elements.some((element) => line.includes(element));
    if (modals.length > 0 && !isIn(modals)) return false;
    const [cover] = covers;
    if (!cover || isIn(covers)) return true;
    const shown = sight.shownParts(field);
    return isArea(shown) && left-- > 0 && !stackOver(context, shown, line).includes(cover);
  };
}

/** Returns the element and all that it lies in, as the page is shown. */
export function lineUp({ upFrom }: Sight, element: Element): Element[] {
  const line: Element[] = [];
  for (let up: Element | null = element; up; up = upFrom(up)) line.push(up);
  return line;
}

/** Returns what lies over an element, on top first, at the middle of a part of it. */
export function stackOver(context: WalkOptions, part: readonly Span[], line: readonly Element[]): Element[] {
  const [x = 0, y = 0] = part.map(([from, to]) => (from + to) / 2);
  const stack = stackAt(context, x, y);
  const end = stack.findIndex((element) => line.includes(element));
  return end < 0 ? stack : stack.slice(0, end);
}

/** Returns the topmost element that hides the page behind it, with what lies over it; none without one. */
function coversOf(context: WalkOptions, sight: Sight): Element[] {
  const viewport = viewportOf(context.document);
  const stack = stackOver(context, viewport, [bodyOf(context.document) as Element]);
  const at = stack.findIndex((element) => isFixed(sight, element) && hides(element, viewport));
  const cover = stack[at] as Element;
  if (at < 0) return [];
  const beside = siblingsOf(cover, MAX_PARTS_AROUND)
    .flat()
    .filter((other) => isFixed(sight, other) && !stackOver(context, spansOf(other), [other]).includes(cover));
  const covers = [cover, ...stack.slice(0, at), ...beside];
  const canAct = covers.some((one) => matches(one, CONTROLS) || elementsBelow(one, CONTROLS).length > 0);
  return canAct ? covers : [];
}

/** Whether an element stays where it is when the page is scrolled. */
export const isFixed = (sight: Sight, element: Element, line: readonly Element[] = []): boolean =>
  lineUp(sight, element).some(
    (up) => !line.includes(up) && /fixed|sticky/.test(getComputedStyle(up).position),
  );

/** Whether an element shows itself, and not only what lies behind it, on nine tenths of an area. */
export function hides(element: Element, area: readonly Span[]): boolean {
  const own = spansOf(element);
  const fills = area.every((span, axis) => lengthOf(overlap(span, own[axis])) >= 0.9 * lengthOf(span));
  const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
  const isClear = /^transparent|[,/] ?0(\.0\d*)?\)$/.test(backgroundColor) && backgroundImage === 'none';
  return fills && isArea(area) && opacity !== '0' && (!isClear || matches(element, '[role=dialog]'));
}
