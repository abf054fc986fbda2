import { describe, expect, it } from 'vitest';
import { type Span, seenOf, type View, viewThrough } from '../../../../lib/content/dom/spans.ts';

type Frame = (around: View) => View;
const ALL: View = {
  span: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  most: Number.POSITIVE_INFINITY,
};
/** The view through frames, the innermost first. */
const chain = (...frames: Frame[]): View => frames.reduceRight((around, frame) => frame(around), ALL);
const cut =
  (...span: Span): Frame =>
  (around) =>
    viewThrough(span, around, 'hidden', 0, false);
const scroller =
  (span: Span, scrolled: number, isBackward = false): Frame =>
  (around) =>
    viewThrough(span, around, 'auto', scrolled, isBackward);

describe('how much of a box can be seen', () => {
  it.each<[string, Span, View, number]>([
    ['all of it where nothing cuts it off', [10, 60], ALL, 50],
    ['what a clip leaves of it', [10, 60], chain(cut(0, 40)), 30],
    ['nothing in a collapsed box', [10, 60], chain(cut(10, 10)), 0],
    ['all of it in a scroller, though it is below', [900, 950], chain(scroller([0, 300], 0)), 50],
    ['all of it in a scroller that is scrolled past it', [-800, -750], chain(scroller([0, 300], 900)), 50],
    ['nothing before the start of a scroller', [-800, -750], chain(scroller([0, 300], 200)), -550],
    ['no more than the scroller is large', [0, 500], chain(scroller([0, 300], 0)), 300],
    [
      'all of it to the left, where the content grows that way',
      [-800, -750],
      chain(scroller([0, 300], 0, true)),
      50,
    ],
    ['nothing to the right there', [400, 450], chain(scroller([0, 300], 0, true)), -100],
    [
      'no more than what is around the scroller shows of it',
      [900, 950],
      chain(scroller([0, 300], 0), cut(0, 20)),
      20,
    ],
    ['what two clips leave', [0, 100], chain(cut(20, 200), cut(0, 50)), 30],
  ])('is %s', (_, span, view, expected) => {
    expect(seenOf(span, view)).toBe(expected);
  });
});
