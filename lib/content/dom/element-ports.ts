import { clipBox } from './clip-area.ts';
import { localNameOf, metricOf, rectOf } from './native.ts';
import { contentOf, overlap, type Port, type Ports, reachOf, type Span } from './spans.ts';

/** The axes in the words of the DOM. */
const AXES = [
  { edges: ['left', 'right'], border: 'clientLeft', size: 'clientWidth', scroll: 'scrollLeft' },
  { edges: ['top', 'bottom'], border: 'clientTop', size: 'clientHeight', scroll: 'scrollTop' },
] as const;

/** Returns the box of an element by axis. */
export function spansOf(element: Element): Span[] {
  const rect = rectOf(element);
  return AXES.map(({ edges: [from, to] }) => [rect[from], rect[to]]);
}

/** Splits `overflow` into its parts by axis. */
export function flowsOf({ overflow }: CSSStyleDeclaration): [string, string] {
  const [x = '', y = x] = overflow.split(' ');
  return [x, y];
}

export const isCut = (overflow = '') => /hidden|clip/.test(overflow);

/** Whether what does not fit stands to the left of an element or above it, and is scrolled to there. */
export function growsBackwards(
  { direction, writingMode, display, flexDirection }: CSSStyleDeclaration,
  axis: number,
): boolean {
  const isReversed =
    /flex/.test(display) && flexDirection === (axis === 0 ? 'row-reverse' : 'column-reverse');
  return axis === 0 ? /-rl/.test(writingMode) || (direction === 'rtl') !== isReversed : isReversed;
}

/** Returns the ports of an element by axis; none if it cuts nothing off. */
export function portsOf(
  element: Element,
  style: CSSStyleDeclaration,
  position: string,
  isRoot: boolean,
  around: Ports,
): (Port | undefined)[] {
  // Browsers cut drawings off by a style of their own, and give them no measures to go by.
  const isFree = isRoot || /^(svg|foreignObject)$/.test(localNameOf(element));
  const flows = isFree ? [] : flowsOf(style);
  const isContained = /paint|strict|content/.test(style.contain);
  const isOpen = !isContained && flows.every((flow) => flow === 'visible');
  if (isOpen && (style.clipPath || 'none') === 'none' && position === 'static') return [];
  const boxes = spansOf(element);
  const clipped = clipBox(style, position, boxes);
  const isClipped = clipped !== boxes;
  if (isOpen && !isClipped) return [];
  return AXES.map(({ border, size, scroll }, axis) => {
    const flow = flows[axis] ?? 'visible';
    const cuts = isContained || flow !== 'visible';
    const part = clipped[axis] as Span;
    if (!cuts && !isClipped) return undefined;
    const inside = (boxes[axis]?.[0] ?? 0) + metricOf(element, border);
    const padding: Span = [inside, inside + metricOf(element, size)];
    const span = cuts ? overlap(padding, part) : part;
    const scrolls = flow !== 'visible' && !isCut(flow);
    return {
      span,
      content: scrolls
        ? contentOf(padding, metricOf(element, scroll), growsBackwards(style, axis))
        : undefined,
      reach: reachOf(span, axis, around),
    };
  });
}
