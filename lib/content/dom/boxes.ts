import {
  bodyOf,
  hasAttribute,
  holderOf,
  rectOf,
  rootElementOf,
  scrollOf,
  slotOrParentOf,
  viewOf,
} from './native.ts';
import { contentOf, type Port, type Ports, reachOf, type Span } from './spans.ts';

/** What an element does to all that lies in it. */
export interface Box extends Ports {
  /** The opacity of the element with that of all around it; 0 if nobody can use what lies in it. */
  readonly opacity: number;
}

/** Finds the boxes of a page. Each is measured once, because thousands of fields lie in the same few. */
export interface BoxFinder {
  /** Returns the box of an element, or that of the page for none. */
  boxOf(element: Element | null): Box;
  /** Returns the ports that an element has to pass, without those that cannot cut it off. */
  portsAround(element: Element, parent: Box, position: string): Ports;
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

/** Measures the viewport, which shows what is fixed, and the page that a person scrolls in it. */
function measurePage(document: Document) {
  const root = rootElementOf(document);
  const body = bodyOf(document);
  // Browsers apply the `overflow` of one of the two to the viewport.
  const roots: (Element | null)[] = getComputedStyle(root).overflow === 'visible' ? [root, body] : [root];
  const flows = flowsOf(getComputedStyle(roots.at(-1) ?? root));
  const isLeftward = getComputedStyle(body ?? root).direction === 'rtl';
  const { scrollX = 0, scrollY = 0 } = viewOf(document) ?? {};
  const spans = viewportOf(document);
  const viewport: Ports = { ports: spans.map((span) => ({ span, reach: span[1] })), next: null };
  const ports = spans.map((span, axis) => ({
    span,
    reach: span[1],
    content: contentOf(span, flows[axis], axis ? scrollY : scrollX, !axis && isLeftward),
  }));
  const page: Box = { ports, next: null, opacity: 1 };
  return { page, viewport, roots };
}

/** Creates the finder of a page. */
export function createBoxFinder(document: Document): BoxFinder {
  const { page, viewport, roots } = measurePage(document);
  const boxes = new Map<Element, Box>();

  const portsAround: BoxFinder['portsAround'] = (element, parent, position) => {
    if (!/abs|fix/.test(position)) return parent;
    const holder = holderOf(element);
    return holder ? boxOf(holder) : position === 'fixed' ? viewport : page;
  };
  const boxOf: BoxFinder['boxOf'] = (element) => {
    const path: Element[] = [];
    let up = element;
    for (; up && !boxes.has(up); up = slotOrParentOf(up)) path.push(up);
    let box = (up && boxes.get(up)) ?? page;
    for (const step of path.reverse()) {
      box = boxIn(box, step, roots.includes(step), portsAround);
      boxes.set(step, box);
    }
    return box;
  };
  return { boxOf, portsAround };
}

/** Splits `overflow` into its parts by axis. */
function flowsOf({ overflow }: CSSStyleDeclaration): string[] {
  const [x = '', y = x] = overflow.split(' ');
  return [x, y];
}

function boxIn(parent: Box, element: Element, isRoot: boolean, portsAround: BoxFinder['portsAround']): Box {
  const style = getComputedStyle(element);
  const { display } = style;
  // Parts of lines, and elements without a box of their own, cut nothing off. Thousands of labels are such.
  const isBoxless = /^(inline|contents)$/.test(display);
  const next = isBoxless ? parent : portsAround(element, parent, style.position);
  const ports = isBoxless || isRoot ? [] : portsOf(element, style, next);
  return {
    // Elements that cut nothing off are left out of the way.
    ...(ports.some(Boolean) ? { ports, next } : { ports: next.ports, next: next.next }),
    opacity: parent.opacity * opacityOf(element, style),
  };
}

/** Returns what an element lets through by axis; its borders and scroll bars are too thin to matter. */
function portsOf(element: Element, style: CSSStyleDeclaration, around: Ports): (Port | undefined)[] {
  const flows = flowsOf(style);
  const isContained = /paint|strict|content/.test(style.contain);
  if (!isContained && flows.every((flow) => flow === 'visible')) return [];
  return spansOf(element).map((span, axis) => {
    const flow = flows[axis];
    if (flow === 'visible' && !isContained) return undefined;
    const isBackward = axis ? style.flexDirection === 'column-reverse' : style.direction === 'rtl';
    const content = contentOf(span, flow, scrollOf(element, axis), isBackward);
    return { span, content, reach: reachOf(span, axis, around) };
  });
}

/** Returns the opacity of an element by itself; 0 if it is inert or if it is clipped to nothing. */
export function opacityOf(
  element: Element,
  { clipPath, clip, position, opacity }: CSSStyleDeclaration,
): number {
  const isClippedAway =
    /^(inset\(([5-9]\d%|100%|.* 100%)|(circle|ellipse)\(0|polygon\((\S+ \S+), \4, \4)/.test(clipPath) ||
    (/abs|fix/.test(position) && /^rect\((\S+), \1, \1, \1\)/.test(clip));
  return isClippedAway || hasAttribute(element, 'inert') ? 0 : Number(opacity);
}
