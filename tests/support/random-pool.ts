import { vi } from 'vitest';
import { drainRandom } from '../../lib/generator/index.ts';
import { seededRandom } from './scripted-random.ts';

/** Replaces the system's random bytes, and returns the blocks that are filled with them from now on. */
export function watchRandomBlocks(): { readonly blocks: Uint8Array[]; readonly unused: () => number } {
  const blocks: Uint8Array[] = [];
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => {
    blocks.push(bytes as unknown as Uint8Array);
    seededRandom(blocks.length)(bytes as unknown as Uint8Array<ArrayBuffer>);
    return bytes;
  });
  drainRandom();
  const unused = () => [...new Set(blocks)].reduce((sum, block) => sum + countSet(block), 0);
  return { blocks, unused };
}

const countSet = (block: Uint8Array) => block.reduce((sum, byte) => sum + Number(byte !== 0), 0);
