/** From one edge to the other along one axis, in viewport coordinates. */
export type Span = readonly [from: number, to: number];

/** What a person can see along one axis, now or after scrolling, of all that lies in an element. */
export interface View {
  /** Where something has to lie to be seen. An end that scrolling leads to is infinite. */
  readonly span: Span;
  /** How much of something large is seen at once. */
  readonly most: number;
}

export const lengthOf = ([from, to]: Span): number => to - from;
export const overlap = (one: Span, other: Span): Span => [
  Math.max(one[0], other[0]),
  Math.min(one[1], other[1]),
];

/** Returns how much of a span a person can see; 0 or less if nothing. */
export const seenOf = (span: Span, { span: seen, most }: View): number =>
  Math.min(lengthOf(overlap(span, seen)), most);

/**
 * Returns the view into an element that cuts off or scrolls its content, from the view that it is in itself.
 * Only scripts scroll a hidden overflow. Nobody scrolls to what lies before the start of the content, which
 * is at its other end if it grows to the left or upwards.
 */
export function viewThrough(
  span: Span,
  around: View,
  overflow: string,
  scrolled: number,
  isBackward: boolean,
): View {
  if (/hidden|clip/.test(overflow)) return { ...around, span: overlap(span, around.span) };
  const [from, to] = span;
  return {
    span: isBackward
      ? [Number.NEGATIVE_INFINITY, to - scrolled]
      : [from - scrolled, Number.POSITIVE_INFINITY],
    most: seenOf(span, around),
  };
}
