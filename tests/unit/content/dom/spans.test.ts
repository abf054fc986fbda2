import { describe, expect, it } from 'vitest';
import { contentOf, type Port, type Ports, reachOf, type Span } from '../../../../lib/content/dom/spans.ts';

/** Ports on the horizontal axis, the innermost first. */
const chain = (...ports: Port[]): Ports | null =>
  ports.reduceRight<Ports | null>((next, port) => ({ ports: [port], next }), null);
const cut = (...span: Span): Port => ({ span, reach: span[1] - span[0] });
const scroller = (span: Span, scrolled: number, reach = span[1] - span[0], isBackward = false): Port => ({
  span,
  reach,
  content: contentOf(span, 'auto', scrolled, isBackward),
});

describe('how much of a box can be seen', () => {
  it.each<[string, Span, Ports | null, number]>([
    ['all of it where nothing cuts it off', [10, 60], null, 50],
    ['what a clip leaves of it', [10, 60], chain(cut(0, 40)), 30],
    ['nothing in a collapsed box', [10, 60], chain(cut(10, 10)), 0],
    ['all of it in a scroller, though it is below', [900, 950], chain(scroller([0, 300], 0)), 50],
    ['all of it in a scroller that is scrolled past it', [-800, -750], chain(scroller([0, 300], 900)), 50],
    ['nothing before the start of a scroller', [-800, -750], chain(scroller([0, 300], 200)), -550],
    ['no more than the scroller is large', [0, 500], chain(scroller([0, 300], 0)), 300],
    [
      'all of it to the left, where the content grows that way',
      [-800, -750],
      chain(scroller([0, 300], 0, 300, true)),
      50,
    ],
    ['nothing to the right there', [400, 450], chain(scroller([0, 300], 0, 300, true)), -100],
    [
      'no more than what is around the scroller shows of it',
      [900, 950],
      chain(scroller([0, 300], 0, 20)),
      20,
    ],
    ['what two clips leave', [0, 100], chain(cut(20, 200), cut(0, 50)), 30],
  ])('is %s', (_, span, ports, expected) => {
    expect(reachOf(span, 0, ports)).toBe(expected);
  });
});
