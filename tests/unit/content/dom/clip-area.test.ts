import { describe, expect, it } from 'vitest';
import { clipBox } from '../../../../lib/content/dom/clip-area.ts';

const BOX = [
  [100, 300],
  [50, 100],
] as const;
const clipped = (clipPath: string, clip = 'auto', position = 'static') =>
  clipBox({ clipPath, clip } as CSSStyleDeclaration, position, BOX);

describe('a clipped box', () => {
  it.each([
    ['none', BOX],
    [
      'inset(10px)',
      [
        [110, 290],
        [60, 90],
      ],
    ],
    [
      'inset(0px 50% 0px 0px round 8px)',
      [
        [100, 200],
        [50, 100],
      ],
    ],
    [
      'inset(50%)',
      [
        [200, 200],
        [75, 75],
      ],
    ],
    [
      'circle(0px at 10px 20px)',
      [
        [110, 110],
        [70, 70],
      ],
    ],
    [
      'circle(5px)',
      [
        [195, 205],
        [70, 80],
      ],
    ],
    [
      'polygon(0px 0px, 0px 0px, 0px 0px)',
      [
        [100, 100],
        [50, 50],
      ],
    ],
    [
      'polygon(evenodd, 0% 0%, 100% 0%, 50% 100%)',
      [
        [100, 300],
        [50, 100],
      ],
    ],
    ['inset(calc(50% - 1px))', BOX],
    ['path("M 0 0 L 1 1")', BOX],
    ['url("#shape")', BOX],
  ])('by clip-path: %s', (clipPath, expected) => {
    expect(clipped(clipPath)).toEqual(expected);
  });

  it.each([
    [
      'rect(0px, 0px, 0px, 0px)',
      'absolute',
      [
        [100, 100],
        [50, 50],
      ],
    ],
    [
      'rect(1px, auto, auto, 2px)',
      'fixed',
      [
        [102, 300],
        [51, 100],
      ],
    ],
    ['rect(0px, 0px, 0px, 0px)', 'static', BOX],
  ])('by the older clip: %s, if it is %s', (clip, position, expected) => {
    expect(clipped('none', clip, position)).toEqual(expected);
  });
});
