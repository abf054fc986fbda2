import { brokenSource, MAX_DRAWS, type Pool } from './random.ts';
import { take, whole } from './words.ts';

/** A policy as the kernels need it. */
export interface Letters {
  /** The alphabet: the code of each character in the low byte, the bits of its classes in the highest. */
  readonly letters: Int32Array;
  /** The classes that a password must have, in the same bits. */
  readonly needed: number;
}

/** Any length, four letters from each word: of the last word only those that are still needed count. */
export function anyLength(length: number, { letters, needed }: Letters, pool: Pool): () => string {
  const size = letters.length;
  const least = 2 ** 32 % size ** 4;
  const { words } = pool;
  const taken = (length + 3) >> 2;
  const codes = Array<number>(taken * 4).fill(0);
  return () => {
    for (let draw = 0; draw < MAX_DRAWS; draw++) {
      let at = take(pool, taken);
      let fair = true;
      for (let i = 0; i < length; ) {
        const a = words[at] as number;
        const b = Math.imul(a, size);
        const c = Math.imul(b, size);
        const d = Math.imul(c, size);
        words[at++] = 0;
        codes[i++] = letters[whole(a, size)] as number;
        codes[i++] = letters[whole(b, size)] as number;
        codes[i++] = letters[whole(c, size)] as number;
        codes[i++] = letters[whole(d, size)] as number;
        if (Math.imul(d, size) >>> 0 < least) fair = false;
      }
      // Takes the low 16 bits of each, which are the code alone. What is left over of the last word is in no password.
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
