import type { Requirement } from '../../generator/policy/policy.ts';
import type { Token } from './tokens.ts';

/** What sentences say, gathered as they are read. */
export interface TextBounds {
  minLength?: number;
  maxLength?: number;
  maxConsecutive?: number;
  required: Requirement[];
  /** The only characters, if sentences name them; those that are refused. */
  only?: string;
  barred: string;
  /** The only characters that are neither letters nor digits, if sentences list them. */
  specials?: string;
}

/** A number as a lower or upper end of the length, if it can be one. */
export function addLength(bounds: TextBounds, end: 'minLength' | 'maxLength', value: number): void {
  const isPlausible = value >= 4 && value <= (end === 'minLength' ? 64 : 1024);
  if (!isPlausible) return;
  const before = bounds[end] ?? value;
  bounds[end] = end === 'minLength' ? Math.max(before, value) : Math.min(before, value);
}

export const isNumber = (token: Token | undefined): token is Token =>
  token?.kind === 'number' || token?.kind === 'range';

const BOUNDS = ['min', 'max', 'over', 'under', 'exact'];
export const isBound = (token: Token | undefined): token is Token =>
  Boolean(token && BOUNDS.includes(token.kind));

/** The characters between two tokens. */
export const gap = (a: Token, b: Token): number => Math.max(a.at, b.at) - Math.min(a.end, b.end);
