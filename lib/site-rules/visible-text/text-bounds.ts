import type { Requirement } from '../../generator/index.ts';
import { greatest, smallest } from '../extremes.ts';
import type { Token } from './tokens.ts';

/** The bounds of sentences, collected as they are read. */
export interface TextBounds {
  minLength?: number | undefined;
  maxLength?: number | undefined;
  maxConsecutive?: number | undefined;
  required: Requirement[];
  /** The only characters that may occur, if sentences name them. */
  only?: string;
  /** The characters that may not occur. */
  barred: string;
  /** The only special characters that may occur, if sentences list them. */
  specials?: string;
}

/** Adds a minimum or maximum length, if it is plausible. */
export function addLength(bounds: TextBounds, end: 'minLength' | 'maxLength', value: number): void {
  const isPlausible = value >= 4 && value <= (end === 'minLength' ? 64 : 1024);
  if (!isPlausible) return;
  const narrowest = end === 'minLength' ? greatest : smallest;
  bounds[end] = narrowest([bounds[end], value]);
}

/** Whether a token is a number or a range. */
export const isNumber = (token: Token | undefined): token is Token =>
  token?.kind === 'number' || token?.kind === 'range';

const BOUNDS = ['min', 'max', 'over', 'under', 'exact'];

/** Whether a token marks a number as the minimum or the maximum. */
export const isBound = (token: Token | undefined): token is Token =>
  Boolean(token && BOUNDS.includes(token.kind));

/** The number of characters between two tokens. */
export const gap = (a: Token, b: Token): number => Math.max(a.at, b.at) - Math.min(a.end, b.end);
