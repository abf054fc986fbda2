import { brokenSource, MAX_DRAWS, type Pool } from './random.ts';
import { take, whole } from './words.ts';

/** A policy as the kernels need it. */
export interface Letters {
  /** The alphabet: the code of each character in the low byte, the bits of its classes in the upper two. */
  readonly letters: Int32Array;
  /** The classes that a password must have, in the same bits. */
  readonly needed: number;
}

/** Any length, letter by letter: of the last word only those that are still needed count. */
export function anyLength(length: number, { letters, needed }: Letters, pool: Pool): () => string {
  const size = letters.length;
  const least = 2 ** 32 % size ** 4;
  const { words } = pool;
  const codes = Array<number>((length + 3) & ~3).fill(0);
  return () => {
    for (let draw = 0; draw < MAX_DRAWS; draw++) {
      let at = take(pool, codes.length >> 2);
      let met = 0;
      let fair = true;
      for (let i = 0; i < codes.length; i += 4) {
        const a = words[at] as number;
        words[at++] = 0;
        const b = Math.imul(a, size);
        const c = Math.imul(b, size);
        const d = Math.imul(c, size);
        if (Math.imul(d, size) >>> 0 < least) fair = false;
        met |= codes[i] = letters[whole(a, size)] as number;
        const left = length - i;
        met |= codes[i + 1] = left > 1 ? (letters[whole(b, size)] as number) : 0;
        met |= codes[i + 2] = left > 2 ? (letters[whole(c, size)] as number) : 0;
        met |= codes[i + 3] = left > 3 ? (letters[whole(d, size)] as number) : 0;
      }
      for (let i = 0; i < codes.length; i++) codes[i] = (codes[i] as number) & 255;
      const password = String.fromCharCode.apply(null, codes);
      for (let i = 0; i < codes.length; i++) codes[i] = 0;
      if (fair && (met & needed) === needed)
        return length === codes.length ? password : password.slice(0, length);
    }
    throw brokenSource();
  };
}
