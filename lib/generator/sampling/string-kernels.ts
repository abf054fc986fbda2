import { brokenSource, MAX_DRAWS, type Pool } from '../random.ts';
import { multiplyHigh, takeWords } from './random-words.ts';

// These loops take most of the time. Each draws a whole string and wipes the words it takes. It starts again
// if a class is missing or a word has to be drawn again. The two commonest lengths are written out, because
// one call of `fromCharCode` with all characters as arguments takes a quarter of the time of any call with an
// array. It reads only the low half of each argument, so the first character of a pair needs no mask.

/**
 * The first passwords are drawn by the plain kernel, because filling the table of pairs takes as long as they
 * do.
 */
const PLAIN_DRAWS = 64;

/**
 * Fills in every pair of letters: the first code in the low half, the second above it, the classes of both on
 * top.
 */
function fillPairs(table: Int32Array, { letters }: KernelAlphabet): void {
  let at = 0;
  for (const a of letters) for (const b of letters) table[at++] = a | (b << 16) | (b & ~255);
}

/** A table of pairs, still empty, and the fraction below which a word is drawn again. */
function pairsFor({ letters, needed }: KernelAlphabet) {
  const size = letters.length ** 2;
  return { size, rejectBelow: 2 ** 32 % size ** 2, needed, table: new Int32Array(size) };
}

/** Draws sixteen characters from four words. */
export function sixteen(alphabet: KernelAlphabet, pool: Pool, plain: () => string): () => string {
  const { size, rejectBelow, needed, table } = pairsFor(alphabet);
  const { words } = pool;
  let drawn = 0;
  return () => {
    if (drawn < PLAIN_DRAWS) {
      if (++drawn === PLAIN_DRAWS) fillPairs(table, alphabet);
      return plain();
    }
    for (let draw = 0; draw < MAX_DRAWS; draw++) {
      const at = takeWords(pool, 4);
      // biome-ignore format: a line for each word
      const a = words[at] as number, A = Math.imul(a, size), e = table[multiplyHigh(a, size)] as number, f = table[multiplyHigh(A, size)] as number;
      // biome-ignore format: a line for each word
      const b = words[at + 1] as number, B = Math.imul(b, size), g = table[multiplyHigh(b, size)] as number, h = table[multiplyHigh(B, size)] as number;
      // biome-ignore format: a line for each word
      const c = words[at + 2] as number, C = Math.imul(c, size), i = table[multiplyHigh(c, size)] as number, j = table[multiplyHigh(C, size)] as number;
      // biome-ignore format: a line for each word
      const d = words[at + 3] as number, D = Math.imul(d, size), k = table[multiplyHigh(d, size)] as number, l = table[multiplyHigh(D, size)] as number;
      words[at] = words[at + 1] = words[at + 2] = words[at + 3] = 0;
      if (((e | f | g | h | i | j | k | l) & needed) !== needed) continue;
      // biome-ignore format: all words alike
      if (Math.imul(A, size) >>> 0 < rejectBelow || Math.imul(B, size) >>> 0 < rejectBelow || Math.imul(C, size) >>> 0 < rejectBelow || Math.imul(D, size) >>> 0 < rejectBelow) continue;
      // biome-ignore format: a line for each word
      return String.fromCharCode(
        e, (e >> 16) & 255, f, (f >> 16) & 255,
        g, (g >> 16) & 255, h, (h >> 16) & 255,
        i, (i >> 16) & 255, j, (j >> 16) & 255,
        k, (k >> 16) & 255, l, (l >> 16) & 255,
      );
    }
    throw brokenSource();
  };
}

/** Draws twenty characters from five words. */
export function twenty(alphabet: KernelAlphabet, pool: Pool, plain: () => string): () => string {
  const { size, rejectBelow, needed, table } = pairsFor(alphabet);
  const { words } = pool;
  let drawn = 0;
  return () => {
    if (drawn < PLAIN_DRAWS) {
      if (++drawn === PLAIN_DRAWS) fillPairs(table, alphabet);
      return plain();
    }
    for (let draw = 0; draw < MAX_DRAWS; draw++) {
      const at = takeWords(pool, 5);
      // biome-ignore format: a line for each word
      const a = words[at] as number, A = Math.imul(a, size), f = table[multiplyHigh(a, size)] as number, g = table[multiplyHigh(A, size)] as number;
      // biome-ignore format: a line for each word
      const b = words[at + 1] as number, B = Math.imul(b, size), h = table[multiplyHigh(b, size)] as number, i = table[multiplyHigh(B, size)] as number;
      // biome-ignore format: a line for each word
      const c = words[at + 2] as number, C = Math.imul(c, size), j = table[multiplyHigh(c, size)] as number, k = table[multiplyHigh(C, size)] as number;
      // biome-ignore format: a line for each word
      const d = words[at + 3] as number, D = Math.imul(d, size), l = table[multiplyHigh(d, size)] as number, m = table[multiplyHigh(D, size)] as number;
      // biome-ignore format: a line for each word
      const e = words[at + 4] as number, E = Math.imul(e, size), n = table[multiplyHigh(e, size)] as number, o = table[multiplyHigh(E, size)] as number;
      words[at] = words[at + 1] = words[at + 2] = words[at + 3] = words[at + 4] = 0;
      if (((f | g | h | i | j | k | l | m | n | o) & needed) !== needed) continue;
      // biome-ignore format: all words alike
      if (Math.imul(A, size) >>> 0 < rejectBelow || Math.imul(B, size) >>> 0 < rejectBelow || Math.imul(C, size) >>> 0 < rejectBelow || Math.imul(D, size) >>> 0 < rejectBelow || Math.imul(E, size) >>> 0 < rejectBelow) continue;
      // biome-ignore format: a line for each word
      return String.fromCharCode(
        f, (f >> 16) & 255, g, (g >> 16) & 255,
        h, (h >> 16) & 255, i, (i >> 16) & 255,
        j, (j >> 16) & 255, k, (k >> 16) & 255,
        l, (l >> 16) & 255, m, (m >> 16) & 255,
        n, (n >> 16) & 255, o, (o >> 16) & 255,
      );
    }
    throw brokenSource();
  };
}

/** A policy in the form that the kernels use. */
export interface KernelAlphabet {
  /** The alphabet, with each character's code in the low byte and the bits of its classes in the highest. */
  readonly letters: Int32Array;
  /** The classes that a password must hold, in the same bits. */
  readonly needed: number;
}

/** Draws strings of any length, four letters from each word. Surplus letters of the last word are dropped. */
export function anyLength(length: number, { letters, needed }: KernelAlphabet, pool: Pool): () => string {
  const size = letters.length;
  const rejectBelow = 2 ** 32 % size ** 4;
  const { words } = pool;
  const taken = (length + 3) >> 2;
  const codes = Array<number>(taken * 4).fill(0);
  return () => {
    for (let draw = 0; draw < MAX_DRAWS; draw++) {
      let at = takeWords(pool, taken);
      let fair = true;
      for (let i = 0; i < length; ) {
        const a = words[at] as number;
        const b = Math.imul(a, size);
        const c = Math.imul(b, size);
        const d = Math.imul(c, size);
        words[at++] = 0;
        codes[i++] = letters[multiplyHigh(a, size)] as number;
        codes[i++] = letters[multiplyHigh(b, size)] as number;
        codes[i++] = letters[multiplyHigh(c, size)] as number;
        codes[i++] = letters[multiplyHigh(d, size)] as number;
        if (Math.imul(d, size) >>> 0 < rejectBelow) fair = false;
      }
      // `fromCharCode` reads the low 16 bits, which hold the code alone.
      const password = String.fromCharCode.apply(null, codes).slice(0, length);
      let met = 0;
      for (let i = 0; i < length; i++) {
        met |= codes[i] as number;
        codes[i] = 0;
      }
      if (fair && (met & needed) === needed) return password;
    }
    throw brokenSource();
  };
}
