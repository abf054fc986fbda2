import { flowsOf, growsBackwards, isCut, portsOf } from './element-ports.ts';
import { bodyOf, hasAttribute, localNameOf, matches, rootElementOf, viewOf } from './native.ts';
import { contentOf, type Port, type Ports } from './spans.ts';

/** What an element does to all that lies in it. */
export interface Box extends Ports {
  /** The element around it, or none for the page and for what browsers paint over the page. */
  readonly parent: Box | null;
  readonly element?: Element;
  readonly isInert: boolean;
  /** The opacity of the element, with that of all around it. */
  readonly opacity: number;
}

/** The viewport, which shows what is fixed, and the page that a person scrolls in it. */
interface Page {
  readonly box: Box;
  readonly viewport: Ports;
  /** The elements whose `overflow` browsers apply to the viewport instead. */
  readonly roots: readonly (Element | null)[];
  /** What holds content of a box that is positioned so, as far as it is known. */
  readonly holders: { readonly [position: string]: Map<Box, Ports> };
}

/** Finds the boxes of a page. Each is measured once, because thousands of fields lie in the same few. */
export interface BoxFinder {
  /** Returns the box of an element, or that of the page for none. */
  boxOf(element: Element | null): Box;
  /** Returns the ports that content of a box has to pass if it is positioned so. */
  portsAround(box: Box, position: string): Ports;
}

/** Creates the finder of a page; `upFrom` returns the parent as the page is shown. */
export function createBoxFinder(document: Document, upFrom: (element: Element) => Element | null): BoxFinder {
  const page = measurePage(document);
  const boxes = new Map<Element, Box>();
  return {
    boxOf(element) {
      const path: Element[] = [];
      let up = element;
      for (; up && !boxes.has(up); up = upFrom(up)) path.push(up);
      let box = (up && boxes.get(up)) ?? page.box;
      for (const step of path.reverse()) {
        box = boxIn(box, step, page);
        boxes.set(step, box);
      }
      return box;
    },
    portsAround: (box, position) => portsAround(box, position, page),
  };
}

/** Skips the elements that cannot cut off what is positioned out of them. */
function portsAround(box: Box, position: string, { box: page, viewport, holders }: Page): Ports {
  const known = holders[position];
  if (!known) return box;
  const path: Box[] = [];
  let up: Box = box;
  for (; up.parent && !known.has(up) && !holds(up, position); up = up.parent) path.push(up);
  const holder = known.get(up) ?? (up.parent ? up : position === 'fixed' ? viewport : page);
  for (const step of path) known.set(step, holder);
  return holder;
}

function measurePage(document: Document): Page {
  const { innerWidth = 0, innerHeight = 0, scrollX = 0, scrollY = 0 } = viewOf(document) ?? {};
  const root = rootElementOf(document);
  const body = bodyOf(document);
  const roots = getComputedStyle(root).overflow === 'visible' ? [root, body] : [root];
  const flows = flowsOf(getComputedStyle(roots.at(-1) ?? root));
  const growsLeft = growsBackwards(getComputedStyle(body ?? root), 0);
  const port = (axis: number, size: number, scrolled: number, isBackward: boolean): Port => ({
    span: [0, size],
    content: isCut(flows[axis]) ? undefined : contentOf([0, size], scrolled, isBackward),
    reach: size,
  });
  const ports = [port(0, innerWidth, scrollX, growsLeft), port(1, innerHeight, scrollY, false)];
  const viewport: Ports = { ports: ports.map(({ span, reach }) => ({ span, reach })), next: null };
  const holders = { absolute: new Map(), fixed: new Map() };
  return { box: { ports, next: null, parent: null, isInert: false, opacity: 1 }, viewport, roots, holders };
}

function boxIn(parent: Box, element: Element, page: Page): Box {
  const style = getComputedStyle(element);
  const { display } = style;
  // Parts of lines, and elements without a box of their own, cut nothing off. Thousands of labels are such.
  const isBoxless = display === 'inline' || display === 'contents';
  const position = isBoxless ? 'static' : style.position;
  const isModal = isBoxless ? false : localNameOf(element) === 'dialog' && matches(element, ':modal');
  const isOnTop = isModal || (hasAttribute(element, 'popover') && matches(element, ':popover-open'));
  // Browsers paint the top layer over the page, out of everything that it lies in.
  const around = isOnTop ? page.box : parent;
  const next = portsAround(around, position, page);
  const ports = isBoxless ? [] : portsOf(element, style, position, page.roots.includes(element), next);
  const opacity = display === 'contents' ? 1 : Number(style.opacity);
  return {
    // Elements that cut nothing off are left out of the way.
    ports: ports.length > 0 ? ports : next.ports,
    next: ports.length > 0 ? next : next.next,
    parent: around,
    element,
    isInert: (!isModal && parent.isInert) || hasAttribute(element, 'inert'),
    opacity: around.opacity * opacity,
  };
}

/** Whether the element holds content that is positioned so; it is asked only where there is such content. */
function holds({ element }: Box, position: string): boolean {
  const style = element && getComputedStyle(element);
  if (!style || style.display === 'contents') return false;
  if (position === 'absolute' && style.position !== 'static') return true;
  return style.display !== 'inline' && holdsFixed(style);
}

/** Properties that make an element hold fixed content. */
const HOLDING = [
  'transform',
  'translate',
  'rotate',
  'scale',
  'perspective',
  'filter',
  'backdropFilter',
] as const;

function holdsFixed(style: CSSStyleDeclaration): boolean {
  return (
    HOLDING.some((name) => (style[name] || 'none') !== 'none') ||
    /transform|translate|rotate|scale|perspective|filter/.test(style.willChange) ||
    /paint|layout|strict|content/.test(style.contain)
  );
}
