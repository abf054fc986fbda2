import type { Requirement } from '../../generator/index.ts';
import { greatest, smallest } from '../extremes.ts';
import type { Limit } from '../rule.ts';

/** The bounds of sentences, collected as they are read. */
export interface TextBounds {
  minLength?: number | undefined;
  maxLength?: number | undefined;
  maxConsecutive?: number | undefined;
  maxSequential?: number | undefined;
  notFirst?: string | undefined;
  notLast?: string | undefined;
  required: Requirement[];
  limited: Limit[];
  runs: Limit[];
  repeats: Limit[];
  /** The only characters that may occur, if sentences name them. */
  only?: string;
  /** The characters that may not occur. */
  barred: string;
  /** Classes of letters or digits that may not occur, unless another sentence requires them. */
  unwanted: string[];
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
