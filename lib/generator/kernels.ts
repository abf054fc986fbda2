import type { Pairs } from './by-words.ts';
import { brokenSource, MAX_DRAWS, type Pool } from './random.ts';

// The loops in which the time goes. Each draws a whole string, wiping the words it takes, and starts again if a class is
// missing or a word has to be drawn anew. They are written out for the two commonest lengths because one call
// of `fromCharCode` with all characters as arguments takes a quarter of the time of any way that takes an array.

/**
 * The whole part of word × size / 2^32, for sizes below 2^15. The fraction, times 2^32, is `Math.imul(word, size)`: it
 * is as good as a new random word, as long as the last fraction is not one of the few that would favour some results.
 */
export function whole(word: number, size: number): number {
  return (Math.imul(word >>> 16, size) + (Math.imul(word & 0xffff, size) >>> 16)) >>> 16;
}

/** Moves the pool on by `count` words, refilled if it does not hold as many, and gives the place of the first. */
function take(pool: Pool, count: number): number {
  let at = (pool.at + 3) >>> 2;
  if (at + count > pool.words.length) {
    pool.refill();
    at = 0;
  }
  pool.at = (at + count) << 2;
  return at;
}

/** Takes one word. */
export function takeWord(pool: Pool): number {
  const at = take(pool, 1);
  const word = pool.words[at] as number;
  pool.words[at] = 0;
  return word;
}

/** Sixteen characters, from four words. */
export function sixteen({ table, needed, least }: Pairs, pool: Pool): () => string {
  const size = table.length;
  const { words } = pool;
  return () => {
    for (let draw = 0; draw < MAX_DRAWS; draw++) {
      const at = take(pool, 4);
      const a = words[at] as number;
      const b = words[at + 1] as number;
      const c = words[at + 2] as number;
      const d = words[at + 3] as number;
      words[at] = words[at + 1] = words[at + 2] = words[at + 3] = 0;
      const A = Math.imul(a, size);
      const B = Math.imul(b, size);
      const C = Math.imul(c, size);
      const D = Math.imul(d, size);
      const fair =
        Math.imul(A, size) >>> 0 >= least &&
        Math.imul(B, size) >>> 0 >= least &&
        Math.imul(C, size) >>> 0 >= least &&
        Math.imul(D, size) >>> 0 >= least;
      const f = table[whole(a, size)] as number;
      const g = table[whole(A, size)] as number;
      const h = table[whole(b, size)] as number;
      const i = table[whole(B, size)] as number;
      const j = table[whole(c, size)] as number;
      const k = table[whole(C, size)] as number;
      const l = table[whole(d, size)] as number;
      const m = table[whole(D, size)] as number;
      if (!fair || ((f | g | h | i | j | k | l | m) & needed) !== needed) continue;
      // biome-ignore format: four characters a line, those of one word
      return String.fromCharCode(
        f & 255, (f >> 8) & 255, g & 255, (g >> 8) & 255,
        h & 255, (h >> 8) & 255, i & 255, (i >> 8) & 255,
        j & 255, (j >> 8) & 255, k & 255, (k >> 8) & 255,
        l & 255, (l >> 8) & 255, m & 255, (m >> 8) & 255,
      );
    }
    throw brokenSource();
  };
}

/** Twenty characters, from five words. */
export function twenty({ table, needed, least }: Pairs, pool: Pool): () => string {
  const size = table.length;
  const { words } = pool;
  return () => {
    for (let draw = 0; draw < MAX_DRAWS; draw++) {
      const at = take(pool, 5);
      const a = words[at] as number;
      const b = words[at + 1] as number;
      const c = words[at + 2] as number;
      const d = words[at + 3] as number;
      const e = words[at + 4] as number;
      words[at] = words[at + 1] = words[at + 2] = words[at + 3] = words[at + 4] = 0;
      const A = Math.imul(a, size);
      const B = Math.imul(b, size);
      const C = Math.imul(c, size);
      const D = Math.imul(d, size);
      const E = Math.imul(e, size);
      const fair =
        Math.imul(A, size) >>> 0 >= least &&
        Math.imul(B, size) >>> 0 >= least &&
        Math.imul(C, size) >>> 0 >= least &&
        Math.imul(D, size) >>> 0 >= least &&
        Math.imul(E, size) >>> 0 >= least;
      const f = table[whole(a, size)] as number;
      const g = table[whole(A, size)] as number;
      const h = table[whole(b, size)] as number;
      const i = table[whole(B, size)] as number;
      const j = table[whole(c, size)] as number;
      const k = table[whole(C, size)] as number;
      const l = table[whole(d, size)] as number;
      const m = table[whole(D, size)] as number;
      const n = table[whole(e, size)] as number;
      const o = table[whole(E, size)] as number;
      if (!fair || ((f | g | h | i | j | k | l | m | n | o) & needed) !== needed) continue;
      // biome-ignore format: four characters a line, those of one word
      return String.fromCharCode(
        f & 255, (f >> 8) & 255, g & 255, (g >> 8) & 255,
        h & 255, (h >> 8) & 255, i & 255, (i >> 8) & 255,
        j & 255, (j >> 8) & 255, k & 255, (k >> 8) & 255,
        l & 255, (l >> 8) & 255, m & 255, (m >> 8) & 255,
        n & 255, (n >> 8) & 255, o & 255, (o >> 8) & 255,
      );
    }
    throw brokenSource();
  };
}

/** Any length: of the last word only the characters that are still needed count. */
export function anyLength(
  length: number,
  { table, classes, needed, least }: Pairs,
  pool: Pool,
): () => string {
  const size = table.length;
  const { words } = pool;
  const codes = Array<number>((length + 3) & ~3).fill(0);
  return () => {
    for (let draw = 0; draw < MAX_DRAWS; draw++) {
      let at = take(pool, codes.length >> 2);
      let met = 0;
      let fair = true;
      for (let i = 0; i < codes.length; i += 4) {
        const word = words[at] as number;
        words[at++] = 0;
        const rest = Math.imul(word, size);
        const p = table[whole(word, size)] as number;
        const q = table[whole(rest, size)] as number;
        if (Math.imul(rest, size) >>> 0 < least) fair = false;
        if (i + 4 <= length) met |= p | q;
        codes[i] = p & 255;
        codes[i + 1] = (p >> 8) & 255;
        codes[i + 2] = q & 255;
        codes[i + 3] = (q >> 8) & 255;
      }
      for (let i = length & ~3; i < length; i++) met |= classes[codes[i] as number] as number;
      const password = String.fromCharCode.apply(null, codes);
      for (let i = 0; i < codes.length; i++) codes[i] = 0;
      if (fair && (met & needed) === needed)
        return length === codes.length ? password : password.slice(0, length);
    }
    throw brokenSource();
  };
}
