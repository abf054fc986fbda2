import { inherited } from './memoize.ts';
import {
  bodyOf,
  hasAttribute,
  holderOf,
  rectOf,
  rootElementOf,
  scrollsOf,
  slotOrParentOf,
  viewOf,
} from './native.ts';
import { type Span, type View, viewThrough } from './spans.ts';

/** What an element does to all that lies in it. */
export interface Box {
  /** What can be seen of it, by axis. */
  readonly views: readonly View[];
  /** The opacity of the element with that of all around it; 0 if nobody can use what lies in it. */
  readonly opacity: number;
}

/** Finds the boxes of a page. Each is measured once, because thousands of fields lie in the same few. */
export interface BoxFinder {
  /** Returns the box of an element, or that of the page for none. */
  boxOf(element: Element | null): Box;
  /** Returns the views that an element is in, from those of its parent, which a positioned one can leave. */
  viewsAround(element: Element, parent: Box, position: string): Box['views'];
}

/** Returns the box of an element by axis. */
export function spansOf(element: Element): Span[] {
  const { left, right, top, bottom } = rectOf(element);
  return [
    [left, right],
    [top, bottom],
  ];
}

/** The size of the viewport by axis. */
export function viewportOf(document: Document): Span[] {
  const { innerWidth = 0, innerHeight = 0 } = viewOf(document) ?? {};
  return [
    [0, innerWidth],
    [0, innerHeight],
  ];
}

/** The positions that take an element out of its parent. */
const POSITIONED = /abs|fix/;

/** Creates the finder of a page. */
export function createBoxFinder(document: Document): BoxFinder {
  const root = rootElementOf(document);
  const body = bodyOf(document) ?? root;
  // Browsers apply the `overflow` of one of the two to the viewport. Pages lock their scrolling with both.
  const roots: Element[] = getComputedStyle(root).overflow === 'visible' ? [body, root] : [root, body];
  const { scrollX = 0, scrollY = 0 } = viewOf(document) ?? {};
  const spans = viewportOf(document);
  const viewport = spans.map((span) => ({ span, most: span[1] }));
  const style = getComputedStyle(roots[0] as Element);
  // Pages lock scrolling up and down while something is open; what lies beside them is put away.
  const [across] = flowsOf(style, 'auto') as [string, string];
  const page = viewsThrough(spans, style, [across, 'auto'], [scrollX, scrollY], viewport);

  const viewsAround: BoxFinder['viewsAround'] = (element, parent, position) => {
    if (!POSITIONED.test(position)) return parent.views;
    const holder = holderOf(element);
    return holder ? boxOf(holder).views : position === 'fixed' ? viewport : page;
  };
  const boxOf = inherited<Box>(slotOrParentOf, { views: page, opacity: 1 }, (element, parent) => {
    const style = getComputedStyle(element);
    const { position, overflow, contain } = style;
    // Parts of lines, and elements without a box of their own, cut nothing off.
    const isOpen =
      (overflow === 'visible' && contain === 'none' && !POSITIONED.test(position)) ||
      /^(inline|contents)$/.test(style.display);
    const views = isOpen ? parent.views : viewsAround(element, parent, position);
    return {
      views: isOpen || roots.includes(element) ? views : viewsInto(element, style, views),
      opacity: parent.opacity * opacityOf(element, style, position),
    };
  });
  return { boxOf, viewsAround };
}

/** Returns the parts of `overflow` by axis, with something else for `visible`. */
const flowsOf = ({ overflowX, overflowY }: CSSStyleDeclaration, visible: string): string[] =>
  [overflowX, overflowY].map((flow) => (flow === 'visible' ? visible : flow));

/** Returns the views into an element; its borders and scroll bars are too thin to matter. */
function viewsInto(element: Element, style: CSSStyleDeclaration, around: Box['views']): Box['views'] {
  const flows = flowsOf(style, /paint|strict|content/.test(style.contain) ? 'clip' : 'visible');
  return viewsThrough(spansOf(element), style, flows, scrollsOf(element), around);
}

function viewsThrough(
  spans: readonly Span[],
  { flexDirection, direction }: CSSStyleDeclaration,
  flows: readonly string[],
  scrolls: readonly number[],
  around: Box['views'],
): Box['views'] {
  const backward = [direction === 'rtl', flexDirection === 'column-reverse'];
  return around.map((view, axis) =>
    flows[axis] === 'visible'
      ? view
      : viewThrough(
          spans[axis] as Span,
          view,
          flows[axis] as string,
          scrolls[axis] as number,
          backward[axis] as boolean,
        ),
  );
}

/** Returns the opacity of an element by itself; 0 if it is inert or if it is clipped to nothing. */
export function opacityOf(element: Element, style: CSSStyleDeclaration, position: string): number {
  const isClippedAway =
    /^(inset\(([5-9]\d%|100%|.* 100%)|(circle|ellipse)\(0|polygon\((\S+ \S+), \4, \4)/.test(style.clipPath) ||
    // Browsers apply `clip` to positioned elements only.
    (POSITIONED.test(position) && /^rect\((\S+), \1, \1, \1\)/.test(style.clip));
  return isClippedAway || hasAttribute(element, 'inert') ? 0 : Number(style.opacity);
}
