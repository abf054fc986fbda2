import type { RandomSource } from '../../lib/generator/index.ts';

/** Random bytes from a seed (xorshift32), which are the same in every run. */
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

/** The error of `listedRandom` when its bytes are used up. */
export class UsedUp extends Error {}

/** Gives the listed bytes in turn, and throws if more are needed. */
export function listedRandom(list: readonly number[]): RandomSource {
  let next = 0;
  return (bytes) => {
    for (let i = 0; i < bytes.length; i++) {
      const byte = list[next++];
      if (byte === undefined) throw new UsedUp('The scripted random bytes are used up.');
      bytes[i] = byte;
    }
  };
}

/**
 * Runs `draw` on every string of random bytes, each as long as it needs, up to `depth`. Gives the exact
 * probability of each result in 256^depth-ths, and that of the undecided rest.
 */
export function walkBytes(depth: number, draw: (random: RandomSource) => string) {
  const results = new Map<string, bigint>();
  let undecided = 0n;
  const walk = (prefix: readonly number[]) => {
    const weight = 256n ** BigInt(depth - prefix.length);
    try {
      const result = draw(listedRandom(prefix));
      results.set(result, (results.get(result) ?? 0n) + weight);
    } catch (error) {
      if (!(error instanceof UsedUp)) throw error;
      if (prefix.length === depth) undecided += 1n;
      else for (let byte = 0; byte < 256; byte++) walk([...prefix, byte]);
    }
  };
  walk([]);
  return { results, undecided };
}
