import { createSight } from '../../../lib/content/dom/visibility.ts';
import { oldLook } from './old-look.ts';

/** Medians of one look at every field of the page, in milliseconds, and how many fields each look sees. */
export interface ReachTimes {
  readonly before: number;
  readonly now: number;
  readonly seenBefore: number;
  readonly seenNow: number;
}

const ROUNDS = 31;
const WARM_ROUNDS = 10;

function lookNow(fields: readonly Element[]): number {
  const sight = createSight(document);
  return fields.filter((field) => sight(field)).length;
}

const lookBefore = (fields: readonly Element[]) => fields.filter(oldLook).length;

function timeOf(act: () => unknown): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

const median = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;

/** Times both looks in turn, so that a busy machine slows both. */
function timeReach(): ReachTimes {
  const fields = [...document.querySelectorAll('input')];
  const [before, now]: [number[], number[]] = [[], []];
  for (let round = -WARM_ROUNDS; round < ROUNDS; round++) {
    const times = [timeOf(() => lookBefore(fields)), timeOf(() => lookNow(fields))] as const;
    if (round < 0) continue;
    before.push(times[0]);
    now.push(times[1]);
  }
  return {
    before: median(before),
    now: median(now),
    seenBefore: lookBefore(fields),
    seenNow: lookNow(fields),
  };
}

Object.assign(globalThis, { timeReach });
