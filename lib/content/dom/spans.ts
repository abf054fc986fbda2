/** From one edge to the other along one axis, in viewport coordinates. */
export type Span = readonly [from: number, to: number];

/** What an element lets through of its content along one axis. */
export interface Port {
  readonly span: Span;
  /** Where the content begins and ends that a person can scroll to; an open end is infinite. */
  readonly content?: Span | undefined;
  /** How much of something large can be scrolled into view there, through all ports around it. */
  readonly reach: number;
}

/** The ports of an element by axis, and the element whose ports its own box has to pass next. */
export interface Ports {
  readonly ports: readonly (Port | undefined)[];
  readonly next: Ports | null;
}

export const lengthOf = ([from, to]: Span): number => to - from;
export const overlap = (one: Span, other: Span = one): Span => [
  Math.max(one[0], other[0]),
  Math.min(one[1], other[1]),
];
/** Whether spans by axis have something between them. */
export const isArea = (spans: readonly Span[]): boolean => spans.every((span) => lengthOf(span) > 0);

/**
 * Returns how much of a span a person can see, now or after scrolling. The first scroller decides, because
 * its own reach counts what is around it, so that ten thousand fields do not each climb fifty scrollers.
 */
export function reachOf(span: Span, axis: number, around: Ports | null): number {
  let part = span;
  for (let at = around; at; at = at.next) {
    const port = at.ports[axis];
    if (port?.content) return Math.min(lengthOf(overlap(part, port.content)), port.reach);
    part = overlap(part, port?.span);
  }
  return lengthOf(part);
}

/**
 * Returns where the content of an element begins that a person can scroll, or ends if it grows to the left or
 * upwards; `undefined` if only scripts scroll it.
 */
export function contentOf(
  [from, to]: Span,
  overflow: string | undefined,
  scrolled: number,
  isBackward: boolean,
): Span | undefined {
  if (/hidden|clip/.test(overflow ?? '')) return undefined;
  return isBackward ? [Number.NEGATIVE_INFINITY, to - scrolled] : [from - scrolled, Number.POSITIVE_INFINITY];
}
