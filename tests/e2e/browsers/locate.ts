import type { DocumentView } from './frame.ts';

/** A point on the screen or in a page, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Scrolls to the element and returns its centre, relative to the top left corner of its own document. Waits
 * until it keeps its place for some frames, because an element can be hit only once the page is painted.
 * Throws if the element is missing, has no size or is covered by another one, because a person could not
 * click it either.
 */
export function middleOf(view: DocumentView, selector: string): Promise<Point> {
  return view.evaluate(async (css) => {
    const element = document.querySelector(css);
    if (!element) throw new Error(`No ${css} on ${location.href}`);
    let box = new DOMRect();
    for (let same = 0; same < 3; ) {
      element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = element.getBoundingClientRect();
      same = now.x === box.x && now.y === box.y ? same + 1 : 0;
      box = now;
    }
    if (box.width === 0 || box.height === 0) throw new Error(`${css} has no size on ${location.href}`);
    const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const hit = document.elementFromPoint(point.x, point.y);
    const label = hit?.closest('label');
    const isHit =
      hit !== null && (element.contains(hit) || hit.contains(element) || label?.control === element);
    if (!isHit) throw new Error(`${css} is covered by ${hit?.outerHTML.slice(0, 200)} on ${location.href}`);
    return point;
  }, selector);
}

/** The top left corner of a frame's document in the page around it. */
export function cornerOf(view: DocumentView, selector: string): Promise<Point> {
  return view.evaluate((css) => {
    const frame = document.querySelector(css);
    if (!frame) throw new Error(`No ${css} on ${location.href}`);
    frame.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const box = frame.getBoundingClientRect();
    const style = getComputedStyle(frame);
    return {
      x: box.x + frame.clientLeft + Number.parseFloat(style.paddingLeft),
      y: box.y + frame.clientTop + Number.parseFloat(style.paddingTop),
    };
  }, selector);
}
