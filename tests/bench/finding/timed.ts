import { findTargets } from '../../../lib/content/detect/targets.ts';

/** The measurements of one page; times are medians in milliseconds. */
export interface Times {
  readonly nodes: number;
  /** How many fields were found. */
  readonly fields: number;
  readonly find: number;
  readonly look: number;
  /** The very first call, before anything is compiled. */
  readonly first: number;
}

declare const chrome: { dom: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null } };

const context = {
  document,
  elementNamed: () => null,
  openShadow: (element: Element) =>
    element instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(element) : null,
};
const ROUNDS = 31;
/** Duration of a batch that the clock can measure, in milliseconds. */
const BATCH_MS = 4;
/** Time until the browser has compiled the code, in milliseconds. */
const WARM_MS = 1000;

const find = () => findTargets(context, null).fields.length;

/** The baseline, which visits every element once and reads the style of every input. */
function look(): number {
  let count = 0;
  for (const element of document.querySelectorAll('*')) if (element) count++;
  for (const input of document.querySelectorAll('input')) if (getComputedStyle(input).display) count++;
  return count;
}

function timeOf(act: () => number, times: number): number {
  const start = performance.now();
  for (let i = 0; i < times; i++) act();
  return (performance.now() - start) / times;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}

/** Times both in turn, so that a busy machine slows both. */
function measure(): Times {
  look();
  // Forces the layout, because a person sees the page before filling it.
  document.documentElement.getBoundingClientRect();
  const first = timeOf(find, 1);
  const batchOf = (act: () => number) => {
    const until = performance.now() + WARM_MS;
    let quick = Number.POSITIVE_INFINITY;
    while (performance.now() < until) quick = Math.min(quick, timeOf(act, 1));
    return Math.ceil(BATCH_MS / Math.max(quick, 0.005));
  };
  const batches = [batchOf(find), batchOf(look)] as const;
  const finds: number[] = [];
  const looks: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    finds.push(timeOf(find, batches[0]));
    looks.push(timeOf(look, batches[1]));
  }
  const nodes = document.querySelectorAll('*').length;
  return { nodes, fields: find(), find: median(finds), look: median(looks), first };
}

document.documentElement.dataset.times = JSON.stringify(measure());
