import type { Letters } from './any-length.ts';
import { brokenSource, MAX_DRAWS, type Pool } from './random.ts';
import { take, whole } from './words.ts';

// The loops in which the time goes. Each draws a whole string, wiping the words it takes, and starts again if a class is
// missing or a word has to be drawn anew. They are written out for the two commonest lengths because one call
// of `fromCharCode` with all characters as arguments takes a quarter of the time of any way that takes an array. It
// reads the low half of each argument only, so that the first character of a pair needs no mask.

/** Passwords that are drawn the plain way first: the table of pairs takes as long as they do. */
const PLAIN_DRAWS = 64;

/** Every pair of letters: the code of the first in the low half, of the second above it, the classes of both on top. */
function fillPairs(table: Int32Array, { letters }: Letters): void {
  let at = 0;
  for (const a of letters) for (const b of letters) table[at++] = a | (b << 16) | (b & ~255);
}

/** What the two kernels below need: a table of pairs, empty as yet, and when a word is drawn anew. */
function pairsFor({ letters, needed }: Letters) {
  const size = letters.length ** 2;
  return { size, least: 2 ** 32 % size ** 2, needed, table: new Int32Array(size) };
}

/** Sixteen characters, from four words. */
export function sixteen(alphabet: Letters, pool: Pool, plain: () => string): () => string {
  const { size, least, needed, table } = pairsFor(alphabet);
  const { words } = pool;
  let drawn = 0;
  return () => {
    if (drawn < PLAIN_DRAWS) {
      if (++drawn === PLAIN_DRAWS) fillPairs(table, alphabet);
      return plain();
    }
    for (let draw = 0; draw < MAX_DRAWS; draw++) {
      const at = take(pool, 4);
      // biome-ignore format: a line for each word
      const a = words[at] as number, A = Math.imul(a, size), e = table[whole(a, size)] as number, f = table[whole(A, size)] as number;
      // biome-ignore format: a line for each word
      const b = words[at + 1] as number, B = Math.imul(b, size), g = table[whole(b, size)] as number, h = table[whole(B, size)] as number;
      // biome-ignore format: a line for each word
      const c = words[at + 2] as number, C = Math.imul(c, size), i = table[whole(c, size)] as number, j = table[whole(C, size)] as number;
      // biome-ignore format: a line for each word
      const d = words[at + 3] as number, D = Math.imul(d, size), k = table[whole(d, size)] as number, l = table[whole(D, size)] as number;
      words[at] = words[at + 1] = words[at + 2] = words[at + 3] = 0;
      if (((e | f | g | h | i | j | k | l) & needed) !== needed) continue;
      // biome-ignore format: all words alike
      if (Math.imul(A, size) >>> 0 < least || Math.imul(B, size) >>> 0 < least || Math.imul(C, size) >>> 0 < least || Math.imul(D, size) >>> 0 < least) continue;
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

/** Twenty characters, from five words. */
export function twenty(alphabet: Letters, pool: Pool, plain: () => string): () => string {
  const { size, least, needed, table } = pairsFor(alphabet);
  const { words } = pool;
  let drawn = 0;
  return () => {
    if (drawn < PLAIN_DRAWS) {
      if (++drawn === PLAIN_DRAWS) fillPairs(table, alphabet);
      return plain();
    }
    for (let draw = 0; draw < MAX_DRAWS; draw++) {
      const at = take(pool, 5);
      // biome-ignore format: a line for each word
      const a = words[at] as number, A = Math.imul(a, size), f = table[whole(a, size)] as number, g = table[whole(A, size)] as number;
      // biome-ignore format: a line for each word
      const b = words[at + 1] as number, B = Math.imul(b, size), h = table[whole(b, size)] as number, i = table[whole(B, size)] as number;
      // biome-ignore format: a line for each word
      const c = words[at + 2] as number, C = Math.imul(c, size), j = table[whole(c, size)] as number, k = table[whole(C, size)] as number;
      // biome-ignore format: a line for each word
      const d = words[at + 3] as number, D = Math.imul(d, size), l = table[whole(d, size)] as number, m = table[whole(D, size)] as number;
      // biome-ignore format: a line for each word
      const e = words[at + 4] as number, E = Math.imul(e, size), n = table[whole(e, size)] as number, o = table[whole(E, size)] as number;
      words[at] = words[at + 1] = words[at + 2] = words[at + 3] = words[at + 4] = 0;
      if (((f | g | h | i | j | k | l | m | n | o) & needed) !== needed) continue;
      // biome-ignore format: all words alike
      if (Math.imul(A, size) >>> 0 < least || Math.imul(B, size) >>> 0 < least || Math.imul(C, size) >>> 0 < least || Math.imul(D, size) >>> 0 < least || Math.imul(E, size) >>> 0 < least) continue;
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
