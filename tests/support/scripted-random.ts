import type { RandomSource } from '../../lib/generator/index.ts';

/** Random bytes from a seed (xorshift32), the same in every run. */
export function seededRandom(seed: number): RandomSource {
  let state = seed | 1;
  return (bytes) => {
    for (let i = 0; i < bytes.length; i++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      bytes[i] = state >>> 24;
    }
  };
}

/** Gives the listed bytes one after the other, and fails when more are asked for. */
export function listedRandom(list: readonly number[]): RandomSource {
  let next = 0;
  return (bytes) => {
    for (let i = 0; i < bytes.length; i++) {
      const byte = list[next++];
      if (byte === undefined) throw new Error('The scripted random bytes are used up.');
      bytes[i] = byte;
    }
  };
}
