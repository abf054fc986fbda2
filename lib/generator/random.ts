/** Fills `bytes` with random bytes. It is always a parameter, so that a test can script it. */
export type RandomSource = (bytes: Uint8Array<ArrayBuffer>) => void;

declare const crypto: { getRandomValues(bytes: Uint8Array<ArrayBuffer>): unknown };

/** The system's cryptographic generator. Nothing else in the project calls it. */
export const systemRandom: RandomSource = (bytes) => {
  crypto.getRandomValues(bytes);
};

/** Enough for about 200 passwords a call. A larger pool would only keep more future passwords in memory. */
const SYSTEM_POOL_BYTES = 4096;
/**
 * The bytes that an injected source gives at a time. They suffice for one password of the greatest length.
 */
const INJECTED_POOL_BYTES = 128;
/** A source is dead if this many words are equal. In an honest one that happens once in 2^224 blocks. */
const HEALTH_WORDS = 8;

/**
 * Draws after which the source must be broken. Each loop accepts with a probability of at least 1/10, so an
 * honest source gets this far once in 10^187 times. At the limit the loops throw; none falls back to another
 * method.
 */
export const MAX_DRAWS = 4096;

/** The error for a source whose bytes cannot be random. */
export function brokenSource(): Error {
  return new Error('The random source is broken.');
}

/**
 * A pool of random bytes. Because its bytes predict passwords, it is small, and it wipes each byte that is
 * taken. `drain` wipes the rest.
 */
export class Pool {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The same bytes, four at a time. */
  readonly words: Uint32Array;
  /** The index of the first byte that is still unused. */
  at: number;
  readonly #source: RandomSource;

  constructor(source: RandomSource, size: number) {
    this.bytes = new Uint8Array(size);
    this.words = new Uint32Array(this.bytes.buffer, 0, size >> 2);
    this.at = size;
    this.#source = source;
  }

  /** Replaces all bytes. Throws if the source is broken, that is, gives constant bytes. */
  refill(): void {
    this.#source(this.bytes);
    const head = this.words.subarray(0, HEALTH_WORDS);
    if (head.length === HEALTH_WORDS && head.every((word) => word === head[0])) throw brokenSource();
    this.at = 0;
  }

  /** Takes one byte, 0 to 255. */
  byte(): number {
    if (this.at === this.bytes.length) this.refill();
    const byte = this.bytes[this.at] as number;
    this.bytes[this.at++] = 0;
    return byte;
  }

  /** Wipes all bytes. */
  drain(): void {
    this.bytes.fill(0);
    this.at = this.bytes.length;
  }
}

const systemPool = /* @__PURE__ */ new Pool((bytes) => {
  systemRandom(bytes);
  startDrain?.();
}, SYSTEM_POOL_BYTES);

/** The pool of a source: one shared pool for the system's, a small new one for an injected source. */
export function poolFor(random: RandomSource): Pool {
  return random === systemRandom ? systemPool : new Pool(random, INJECTED_POOL_BYTES);
}

/** Wipes the system's pool, for when a page is hidden or idle. The next draw fills it again. */
export function drainRandom(): void {
  systemPool.drain();
}

/** Long enough for many draws in a row, and no longer than unused bytes may stay in memory. */
const DRAIN_AFTER_MS = 5000;

/** Starts the timer that drains the system's pool. Without `drainByTimer` there is none. */
let startDrain: (() => void) | undefined;

/**
 * Drains the system's pool five seconds after it was filled, and so five seconds after the last draw at the
 * latest. `later` is the timer of the page or worker. It must not keep its process alive.
 */
export function drainByTimer(later: (run: () => void, ms: number) => void): void {
  let isStarted = false;
  const drain = () => {
    isStarted = false;
    drainRandom();
  };
  startDrain = () => {
    if (!isStarted) later(drain, DRAIN_AFTER_MS);
    isStarted = true;
  };
}

/** How many of `range` values map to each of `bound` results. The remaining values map to none. */
export function shareOf(range: number, bound: number): number {
  return Math.floor(range / bound);
}

/**
 * Draws a whole number from 0 to `bound - 1`, each equally likely, for bounds from 1 to 2^48. It takes as
 * many bytes as the bound needs and cuts their range into `bound` equal shares. A value past the last share
 * is drawn again.
 */
export function below(bound: number, pool: Pool): number {
  let range = 1;
  while (range < bound) range *= 256;
  const share = shareOf(range, bound);
  for (let draw = 0; draw < MAX_DRAWS; draw++) {
    let value = 0;
    for (let reach = 1; reach < range; reach *= 256) value = value * 256 + pool.byte();
    if (value < share * bound) return Math.floor(value / share);
  }
  throw brokenSource();
}

/** The greatest bound of `below`. Doubles are exact up to 2^53, of which whole bytes fill 48 bits. */
const GREATEST_BOUND = 2 ** 48;

/**
 * Draws independent, uniform whole numbers, one from 0 to `size - 1` for each of `sizes` (1 to 2^48). As many
 * as fit are drawn as one number and then split, because that wastes less randomness than drawing one by one.
 */
export function indices(sizes: readonly number[], pool: Pool): number[] {
  const drawn: number[] = [];
  for (let at = 0; at < sizes.length; ) {
    let end = at;
    let bound = 1;
    while (bound * (sizes[end] as number) <= GREATEST_BOUND) bound *= sizes[end++] as number;
    let value = below(bound, pool);
    for (; at < end; at++) {
      const size = sizes[at] as number;
      const rest = Math.floor(value / size);
      drawn.push(value - rest * size);
      value = rest;
    }
  }
  return drawn;
}
