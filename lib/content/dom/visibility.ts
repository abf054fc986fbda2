import { createBoxFinder, isClippedAway, spansOf } from './boxes.ts';
import { flatParents } from './flat-tree.ts';
import { attributeOf, hasAttribute, parentOf } from './native.ts';
import type { WalkOptions } from './shadow-dom.ts';
import { lengthOf, reachOf, type Span, shownPart } from './spans.ts';

/** Whether the field accepts typing, visible or not. */
export function isWritable(field: HTMLInputElement): boolean {
  return field.isConnected && !field.readOnly && !field.matches(':disabled');
}

/** What a person can see of a page, as it is laid out now. */
export interface Sight {
  /** Returns the parent as the page is shown, in which slots hold what is put in them. */
  upFrom(element: Element): Element | null;
  /** Whether a person can see more than `small` of the element, in CSS pixels, now or after scrolling. */
  isSeen(element: Element, small?: { readonly width: number; readonly height: number }): boolean;
  /** The part of the element by axis that shows as the page is scrolled now; empty spans run backwards. */
  shownParts(element: Element): Span[];
}

/** Some honeypots are shrunk to this size, in CSS pixels. */
const TOO_SMALL = { width: 4, height: 4 };
/** A field with less room for its text is a honeypot, however wide its padding is, in CSS pixels. */
const MIN_TEXT = 3;
/** Fainter elements are as good as invisible. */
const MIN_OPACITY = 0.05;

/** Looks at a page. The answers hold until it changes. */
export function createSight(context: WalkOptions): Sight {
  const upFrom = flatParents(context);
  const { boxOf, portsAround } = createBoxFinder(context.document, upFrom);
  const around = (element: Element, { position }: CSSStyleDeclaration) =>
    portsAround(element, boxOf(upFrom(element)), position);
  return {
    upFrom,
    isSeen(element, { width, height } = TOO_SMALL) {
      if (!element.checkVisibility({ visibilityProperty: true }) || isHoneypot(element)) return false;
      const style = getComputedStyle(element);
      const box = boxOf(upFrom(element));
      if (box.isDead || hasAttribute(element, 'inert') || isClippedAway(style)) return false;
      const spans = spansOf(element);
      if (box.opacity * Number(style.opacity) < MIN_OPACITY || lacksRoom(style, spans)) return false;
      const ports = around(element, style);
      return [width, height].every((least, axis) => reachOf(spans[axis] as Span, axis, ports) > least);
    },
    shownParts(element) {
      const ports = around(element, getComputedStyle(element));
      return spansOf(element).map((span, axis) => shownPart(span, axis, ports));
    },
  };
}

/** Fields as large as these, in CSS pixels, are not asked for the padding in them. */
const SURELY_ROOMY = [100, 20];

/** Whether next to nothing typed would show. A style sets sizes with the padding or without it. */
function lacksRoom(style: CSSStyleDeclaration, parts: readonly Span[]): boolean {
  if (parts.every((part, axis) => lengthOf(part) >= (SURELY_ROOMY[axis] ?? 0))) return false;
  const room = Number.parseFloat(style.width);
  if (style.boxSizing !== 'border-box') return room < MIN_TEXT || Number.parseFloat(style.height) < MIN_TEXT;
  return room - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight) < MIN_TEXT;
}

/** Whether neither the keyboard nor a screen reader reaches the element, so that only bots fill it. */
function isHoneypot(element: Element): boolean {
  return attributeOf(element, 'tabindex') === '-1' && isAriaHidden(element);
}

function isAriaHidden(element: Element): boolean {
  for (let up: Element | null = element; up; up = parentOf(up)) {
    if (attributeOf(up, 'aria-hidden') === 'true') return true;
  }
  return false;
}
