import type { Letters } from './any-length.ts';
import { brokenSource, MAX_DRAWS, type Pool } from './random.ts';
import { take, whole } from './words.ts';

/** Passwords that are drawn the plain way first: the table of pairs takes as long as they do. */
const PLAIN_DRAWS = 64;

/** Every pair of letters: the code of the first in the low half, of the second above it, the classes of both on top. */
function fillPairs(table: Int32Array, { letters }: Letters): void {
  let at = 0;
  for (const a of letters) for (const b of letters) table[at++] = a | (b << 16) | (b & ~255);
}

/**
 * The loop in which the time goes, for the two commonest lengths: sixteen characters from four words, or twenty from
 * five. It draws a whole string, wiping the words it takes, and starts again if a class is missing or a word has to
 * be drawn anew. It is written out because one call of `fromCharCode` with all characters as arguments takes a
 * quarter of the time of any way that takes an array; of each argument it reads the low half only.
 */
export function written(isTwenty: boolean, alphabet: Letters, pool: Pool, plain: () => string): () => string {
  const { needed } = alphabet;
  const size = alphabet.letters.length ** 2;
  const least = 2 ** 32 % size ** 2;
  const table = new Int32Array(size);
  const { words } = pool;
  let drawn = 0;
  return () => {
    if (drawn < PLAIN_DRAWS) {
      if (++drawn === PLAIN_DRAWS) fillPairs(table, alphabet);
      return plain();
    }
    for (let draw = 0; draw < MAX_DRAWS; draw++) {
      const at = take(pool, isTwenty ? 5 : 4);
      // biome-ignore format: a line for each word
      const a = words[at] as number, A = Math.imul(a, size), f = table[whole(a, size)] as number, g = table[whole(A, size)] as number;
      // biome-ignore format: a line for each word
      const b = words[at + 1] as number, B = Math.imul(b, size), h = table[whole(b, size)] as number, i = table[whole(B, size)] as number;
      // biome-ignore format: a line for each word
      const c = words[at + 2] as number, C = Math.imul(c, size), j = table[whole(c, size)] as number, k = table[whole(C, size)] as number;
      // biome-ignore format: a line for each word
      const d = words[at + 3] as number, D = Math.imul(d, size), l = table[whole(d, size)] as number, m = table[whole(D, size)] as number;
      words[at] = words[at + 1] = words[at + 2] = words[at + 3] = 0;
      let met = f | g | h | i | j | k | l | m;
      // biome-ignore format: all words alike
      let fair = Math.imul(A, size) >>> 0 >= least && Math.imul(B, size) >>> 0 >= least && Math.imul(C, size) >>> 0 >= least && Math.imul(D, size) >>> 0 >= least;
      // biome-ignore format: two characters of each pair
      if (!isTwenty) {
        if (!fair || (met & needed) !== needed) continue;
        return String.fromCharCode(f, (f >> 16) & 255, g, (g >> 16) & 255, h, (h >> 16) & 255, i, (i >> 16) & 255, j, (j >> 16) & 255, k, (k >> 16) & 255, l, (l >> 16) & 255, m, (m >> 16) & 255);
      }
      // biome-ignore format: a line for each word
      const e = words[at + 4] as number, E = Math.imul(e, size), n = table[whole(e, size)] as number, o = table[whole(E, size)] as number;
      words[at + 4] = 0;
      met |= n | o;
      fair &&= Math.imul(E, size) >>> 0 >= least;
      // biome-ignore format: two characters of each pair
      if (fair && (met & needed) === needed) return String.fromCharCode(f, (f >> 16) & 255, g, (g >> 16) & 255, h, (h >> 16) & 255, i, (i >> 16) & 255, j, (j >> 16) & 255, k, (k >> 16) & 255, l, (l >> 16) & 255, m, (m >> 16) & 255, n, (n >> 16) & 255, o, (o >> 16) & 255);
    }
    throw brokenSource();
  };
}
