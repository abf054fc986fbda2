import { MAX_FIELDS_HIT } from '../limits.ts';
import {
  bodyOf,
  childrenOf,
  elementsBelow,
  localNameOf,
  matches,
  parentInTree,
  rectOf,
  viewOf,
} from './native.ts';
import type { WalkOptions } from './shadow-dom.ts';
import { lengthOf, overlap, type Span } from './spans.ts';
import { stackAt } from './stack.ts';
import type { Sight } from './visibility.ts';

/** Elements that somebody can act on, unlike a background or a mark that the page is loading. */
const CONTROLS = 'a, button, input, select, textarea, iframe, [role=button]';

/** What covers the page, and the elements over it. */
interface Cover {
  readonly element: Element;
  readonly over: ReadonlySet<Element>;
}

/**
 * Returns a function that tells whether a field lies in front of the page, and not behind a modal dialog or
 * anything else that covers all of it.
 */
export function frontFinder(context: WalkOptions, sight: Sight): (field: Element) => boolean {
  let found: { readonly modals: readonly Element[]; readonly cover: Cover | undefined } | undefined;
  let left = MAX_FIELDS_HIT;
  return (field) => {
    found ??= {
      modals: [...elementsBelow(context.document, ':modal')],
      cover: coverOf(context, sight),
    };
    const { modals, cover } = found;
    if (modals.length === 0 && !cover) return true;
    const line = lineUp(sight, field);
    if (modals.length > 0 && !modals.some((modal) => line.includes(modal))) return false;
    if (!cover || line.some((up) => up === cover.element || cover.over.has(up))) return true;
    const shown = sight.shownParts(field);
    if (!isArea(shown)) return !isFixed(sight, cover.element) && !isOver(cover.element, sight, field);
    return left-- > 0 && !stackOver(context, shown, line).includes(cover.element);
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
  const stack = stackAt(context, [x, y]);
  const end = stack.findIndex((element) => line.includes(element));
  return end < 0 ? stack : stack.slice(0, end);
}

/** Finds the topmost element that hides the rest of the page and has something to act on in it or over it. */
function coverOf(context: WalkOptions, sight: Sight): Cover | undefined {
  const { innerWidth = 0, innerHeight = 0 } = viewOf(context.document) ?? {};
  const viewport: Span[] = [
    [0, innerWidth],
    [0, innerHeight],
  ];
  const body = bodyOf(context.document);
  const stack = stackOver(context, viewport, body ? [body] : []);
  const at = stack.findIndex(
    (element) => isApart(element) && fills(element, viewport) && paints(element) && !sight.isFaint(element),
  );
  const element = stack[at];
  if (!element) return;
  const over = stack.slice(0, at);
  const parent = parentInTree(element);
  const siblings = parent ? [...childrenOf(parent)].slice(0, MAX_FIELDS_HIT) : [];
  const beside = siblings.filter(
    (sibling) =>
      isApart(sibling) && !stackOver(context, sight.shownParts(sibling), [sibling]).includes(element),
  );
  return [element, ...over, ...beside].some(hasControl) ? { element, over: new Set(over) } : undefined;
}

const hasControl = (element: Element) =>
  matches(element, CONTROLS) || elementsBelow(element, CONTROLS).length > 0;
const isApart = (element: Element) => /absolute|fixed/.test(getComputedStyle(element).position);
const isFixed = (sight: Sight, element: Element) =>
  lineUp(sight, element).some((up) => getComputedStyle(up).position === 'fixed');
const isArea = (spans: readonly Span[]) => spans.every((span) => lengthOf(span) > 0);

/** Whether an element lies where another is, though both may be scrolled away. */
function isOver(element: Element, { spansOf }: Sight, other: Element): boolean {
  const own = spansOf(element);
  return isArea(spansOf(other).map((span, axis) => overlap(span, own[axis])));
}

/** Whether an element takes up nine tenths of an area, in width and in height. */
export function fills(element: Element, area: readonly Span[]): boolean {
  const { left, right, top, bottom } = rectOf(element);
  const own: Span[] = [
    [left, right],
    [top, bottom],
  ];
  return (
    isArea(area) && area.every((span, axis) => lengthOf(overlap(span, own[axis])) >= 0.9 * lengthOf(span))
  );
}

/** Whether an element shows itself, and not only what lies behind it. */
export function paints(element: Element): boolean {
  if (/^(img|video|canvas|iframe|object|embed)$/.test(localNameOf(element))) return true;
  const { backgroundColor, backgroundImage, backdropFilter } = getComputedStyle(element);
  return (
    !/^transparent$|[,/] ?0(\.0\d*)?\)$/.test(backgroundColor) ||
    backgroundImage !== 'none' ||
    (backdropFilter || 'none') !== 'none' ||
    matches(element, '[aria-modal=true], [role=dialog]')
  );
}
