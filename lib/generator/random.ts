/** Fills `bytes` with random bytes. Injected everywhere, so that a test can script it. */
export type RandomSource = (bytes: Uint8Array<ArrayBuffer>) => void;

declare const crypto: { getRandomValues(bytes: Uint8Array<ArrayBuffer>): unknown };

/** The system's cryptographic generator: the one place that calls it. */
export const systemRandom: RandomSource = (bytes) => {
  crypto.getRandomValues(bytes);
};

/** One call of the system for about 200 passwords; more would only keep more passwords-to-come in memory. */
const SYSTEM_POOL_BYTES = 4096;
/** What an injected source is asked for at a time: a whole password of the greatest length, and no more. */
const INJECTED_POOL_BYTES = 128;
/** Words compared to see a dead source. An honest one has eight equal ones in a row once in 2^224 blocks. */
const HEALTH_WORDS = 8;

/**
 * Draws after which the source must be broken: each loop below accepts with a probability of at least 1/10, so an
 * honest source comes this far once in 10^187 times. A limit that throws; nothing ever falls back to another method.
 */
export const MAX_DRAWS = 4096;

/** What is thrown when a source gives bytes that random ones would not be. */
export function brokenSource(): Error {
  return new Error('The random source is broken.');
}

/**
 * Random bytes in stock. What is in stock foretells passwords, so it is little, every byte is wiped when it is
 * taken, and `drain` wipes the rest.
 */
export class Pool {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The same bytes, four at a time. */
  readonly words: Uint32Array;
  /** Where the first byte not yet taken is. */
  at: number;
  readonly #source: RandomSource;

  constructor(source: RandomSource, size: number) {
    this.bytes = new Uint8Array(size);
    this.words = new Uint32Array(this.bytes.buffer, 0, size >> 2);
    this.at = size;
    this.#source = source;
  }

  /** Replaces all bytes by new ones. Throws if the source is broken (constant). */
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

  /** Wipes what is in stock. */
  drain(): void {
    this.bytes.fill(0);
    this.at = this.bytes.length;
  }
}

const systemPool = /* @__PURE__ */ new Pool(systemRandom, SYSTEM_POOL_BYTES);

/** The stock to draw from: the shared one of the system, or a small new one that an injected source fills. */
export function poolFor(random: RandomSource): Pool {
  return random === systemRandom ? systemPool : new Pool(random, INJECTED_POOL_BYTES);
}

/** Wipes the system's random bytes in stock: for when the page is hidden or has been idle. The next draw refills. */
export function drainRandom(): void {
  systemPool.drain();
}

/** How many of `range` values stand for each of `bound` results; the values after the last share stand for none. */
export function shareOf(range: number, bound: number): number {
  return Math.floor(range / bound);
}

/**
 * A whole number from 0 to `bound - 1`, each equally likely, for bounds from 1 to 2^48: as many bytes as the bound
 * needs, cut into `bound` shares of equal size; what is left over after the last share is drawn anew.
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

/** The greatest bound that `below` takes: doubles count further, but whole bytes end here. */
const GREATEST_BOUND = 2 ** 48;

/**
 * Whole numbers, one from 0 to `size - 1` for each of `sizes` (1 to 2^48), independent and uniform. As many as fit are
 * drawn as one number and split, which wastes less randomness than one by one: three words of a list of 7,776 take 1.21
 * times the bytes that are needed.
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
