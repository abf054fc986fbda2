import { brokenSource, MAX_DRAWS, type Pool } from './random.ts';
import { take, whole } from './words.ts';

/** A policy as the kernels need it. */
export interface Letters {
  /** The alphabet: the code of each character in the low byte, the bits of its classes in the highest. */
  readonly letters: Int32Array;
  /** The classes that a password must have, in the same bits. */
  readonly needed: number;
}

/** Any length, letter by letter: of the last word only those that are still needed count. */
export function anyLength(length: number, { letters, needed }: Letters, pool: Pool): () => string {
  const size = letters.length;
  const least = 2 ** 32 % size ** 4;
  const { words } = pool;
  const codes = Array<number>(length).fill(0);
  return () => {
    for (let draw = 0; draw < MAX_DRAWS; draw++) {
      let at = take(pool, (length + 3) >> 2);
      let met = 0;
      let fair = true;
      for (let i = 0; i < length; ) {
        let word = words[at] as number;
        words[at++] = 0;
        for (let left = 4; left > 0; left--) {
          if (i < length) met |= codes[i] = letters[whole(word, size)] as number;
          word = Math.imul(word, size);
          i++;
        }
        if (word >>> 0 < least) fair = false;
      }
      // Takes the low 16 bits of each, which are the code alone.
      const password = String.fromCharCode.apply(null, codes);
      for (let i = 0; i < length; i++) codes[i] = 0;
      if (fair && (met & needed) === needed) return password;
    }
    throw brokenSource();
  };
}
