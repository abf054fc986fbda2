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
  /** Whether nobody can use what lies in it, because it is inert or clipped away. */
  readonly isDead: boolean;
  /** The opacity of the element, with that of all around it. */
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

/** Creates the finder of a page. */
export function createBoxFinder(document: Document): BoxFinder {
  const root = rootElementOf(document);
  const view = viewOf(document);
  const body = bodyOf(document);
  // Browsers apply the `overflow` of one of the two to the viewport.
  const roots: (Element | null)[] = getComputedStyle(root).overflow === 'visible' ? [root, body] : [root];
  const flows = flowsOf(getComputedStyle(roots.at(-1) ?? root));
  const viewport: Ports = {
    ports: viewportOf(document).map((span) => ({ span, reach: span[1] })),
    next: null,
  };
  const ports = viewport.ports.map((port, axis): Port | undefined => {
    const isBackward = !axis && getComputedStyle(body ?? root).direction === 'rtl';
    return (
      port && {
        ...port,
        content: contentOf(port.span, flows[axis], (axis ? view?.scrollY : view?.scrollX) ?? 0, isBackward),
      }
    );
  });
  const page: Box = { ports, next: null, isDead: false, opacity: 1 };
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
    isDead: parent.isDead || hasAttribute(element, 'inert') || (!isBoxless && isClippedAway(style)),
    opacity: parent.opacity * (display === 'contents' ? 1 : Number(style.opacity)),
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

/** Whether `clip-path`, or the older `clip`, leaves nothing of an element. */
export const isClippedAway = ({ clipPath, clip, position }: CSSStyleDeclaration): boolean =>
  /^(inset\(([5-9]\d%|100%|.* 100%)|(circle|ellipse)\(0|polygon\((\S+ \S+), \4, \4)/.test(clipPath) ||
  (/abs|fix/.test(position) && /^rect\((\S+), \1, \1, \1\)/.test(clip));
