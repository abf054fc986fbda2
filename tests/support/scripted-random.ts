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

/** What `listedRandom` throws when its bytes are used up. */
export class UsedUp extends Error {}

/** Gives the listed bytes one after the other, and fails when more are asked for. */
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
 * Runs `draw` on every string of random bytes that it can be given: on each as many bytes as it asks for, up to
 * `depth`. Gives the exact probability of each result, in 256^depth-ths, and of those left undecided.
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
