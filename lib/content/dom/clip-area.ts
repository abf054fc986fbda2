import { lengthOf, overlap, type Span } from './spans.ts';

/**
 * Returns what `clip-path` or the older `clip` leaves of a box by axis; the whole box where they cut nothing
 * off, or do so by a shape other than rectangles, circles and polygons.
 */
export function clipBox(style: CSSStyleDeclaration, position: string, box: readonly Span[]): readonly Span[] {
  const { clipPath = 'none' } = style;
  const clip = clipPath === 'none' && /absolute|fixed/.test(position) ? style.clip : clipPath;
  const [, shape = '', inside = ''] = /^(\w+)\((.*)\)/.exec(clip) ?? [];
  const read = SHAPES[shape];
  // What `calc()` adds up is not worth a parser.
  if (!read || inside.includes('(')) return box;
  return box.map((span, axis) => {
    const size = lengthOf(span);
    const at = (length = '', without = 0) => {
      const number = Number.parseFloat(length) * (length.endsWith('%') ? size / 100 : 1);
      return span[0] + (Number.isNaN(number) ? without : number);
    };
    return overlap(span, read(inside, axis, at, size));
  });
}

/** Reads the arguments of a shape; `at` returns the place of a length, or of another where it is `auto`. */
type ReadShape = (
  inside: string,
  axis: number,
  at: (length?: string, without?: number) => number,
  size: number,
) => Span;

const round: ReadShape = (inside, axis, at, size) => {
  const [radii = '', centre = '50% 50%'] = inside.split(/ ?at /);
  const lengths = radii.split(' ');
  const radius = at(lengths[axis] ?? lengths[0], size) - at('0');
  const middle = at(centre.split(' ')[axis]);
  return [middle - radius, middle + radius];
};

const SHAPES: { readonly [shape: string]: ReadShape } = {
  circle: round,
  ellipse: round,
  inset(inside, axis, at, size) {
    const [top, right = top, bottom = top, left = right] = inside.replace(/ round.*/, '').split(' ');
    const [start, end] = axis === 0 ? [left, right] : [top, bottom];
    return [at(start), at('0') + size - (at(end) - at('0'))];
  },
  polygon(inside, axis, at) {
    const places = inside
      .replace(/^\w+, /, '')
      .split(', ')
      .map((point) => at(point.split(' ')[axis]));
    return [Math.min(...places), Math.max(...places)];
  },
  // The older `clip` measures all four from the upper left corner.
  rect(inside, axis, at, size) {
    const [top, right, bottom, left] = inside.split(/,? /);
    return axis === 0 ? [at(left), at(right, size)] : [at(top), at(bottom, size)];
  },
};
