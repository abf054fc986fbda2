import { describe, expect, it, vi } from 'vitest';
import {
  compile,
  drainByTimer,
  drainRandom,
  GUESSES_PER_SECOND,
  generate,
  loadWordList,
  secondsToGuess,
} from '../../../lib/generator/index.ts';
import { below, indices, Pool } from '../../../lib/generator/random.ts';
import { choiceOf, choose } from '../../../lib/generator/sampling/weighted-choice.ts';
import { watchRandomBlocks } from '../../support/random-pool.ts';
import { listedRandom, seededRandom } from '../../support/scripted-random.ts';

const poolOf = (list: readonly number[]) => new Pool(listedRandom(list), 1);

describe('below', () => {
  it('gives each number for equally many bytes, and draws again above the last share', () => {
    for (const bound of [1, 2, 3, 5, 8, 200, 256]) {
      const share = Math.floor(256 / bound);
      const drawn = Array.from({ length: 256 }, (_, byte) => below(bound, poolOf([byte, 0])));
      for (let number = 0; number < bound; number++) {
        const from = drawn.slice(0, share * bound).filter((each) => each === number);
        expect(from).toHaveLength(bound === 1 ? 256 : share);
      }
      expect(drawn.slice(share * bound).every((number) => number === 0)).toBe(true);
    }
  });

  it('does so for bounds of two bytes', () => {
    const counts = Array<number>(1000).fill(0);
    for (let high = 0; high < 256; high++) {
      for (let low = 0; low < 256; low++) {
        if (high * 256 + low >= 65_000) continue;
        const number = below(1000, poolOf([high, low]));
        counts[number] = (counts[number] as number) + 1;
      }
    }
    expect(counts.every((count) => count === 65)).toBe(true);
  });

  it('reaches both ends of the greatest bound', () => {
    expect(below(2 ** 48, poolOf([0, 0, 0, 0, 0, 0]))).toBe(0);
    expect(below(2 ** 48, poolOf([255, 255, 255, 255, 255, 255]))).toBe(2 ** 48 - 1);
  });

  it('throws if every number of a source is rejected', () => {
    expect(() => below(3, new Pool((bytes) => bytes.fill(255), 1))).toThrow('random');
  });
});

describe('indices', () => {
  it.each([
    [7776, 5],
    [7776, 6],
    [2, 40],
    [1, 3],
    [2 ** 24, 3],
  ])('below %d are in range, %d of them', (size, count) => {
    const pool = new Pool(seededRandom(1), 128);
    for (let i = 0; i < 100; i++) {
      const drawn = indices(Array(count).fill(size), pool);
      expect(drawn).toHaveLength(count);
      expect(drawn.every((index) => Number.isInteger(index) && index >= 0 && index < size)).toBe(true);
    }
  });
});

describe('a choice', () => {
  it('needs further bytes only where an option ends within the 256th', () => {
    const thirds = choiceOf([1n, 1n, 1n]);
    expect(choose(thirds, poolOf([84]))).toBe(0);
    expect(choose(thirds, poolOf([85, 84]))).toBe(0);
    expect(choose(thirds, poolOf([85, 85, 85, 86]))).toBe(1);
    expect(choose(thirds, poolOf([86]))).toBe(1);
    expect(choose(choiceOf([0n, 7n, 0n]), poolOf([]))).toBe(1);
  });

  it('throws if the bytes never decide between two options', () => {
    expect(() => choose(choiceOf([1n, 2n]), new Pool((bytes) => bytes.fill(85), 1))).toThrow('random');
  });
});

describe('the pool of random bytes', () => {
  it.each([0, 0xff])('refuses a source that gives nothing but %d, for every kind', async (byte) => {
    const dead = (bytes: Uint8Array) => bytes.fill(byte);
    const list = await loadWordList('eff-long');
    expect(() => generate({ kind: 'password' }, dead)).toThrow('random');
    expect(() =>
      generate(
        { kind: 'password', length: 4, minNumbers: 4, symbols: false, lowercase: false, uppercase: false },
        dead,
      ),
    ).toThrow('random');
    expect(() => generate({ kind: 'passphrase', list }, dead)).toThrow('random');
    expect(() => generate({ kind: 'pin' }, dead)).toThrow('random');
    expect(() => generate({ kind: 'pronounceable' }, dead)).toThrow('random');
  });

  it.each([
    ['words that are always drawn again', [0, 4]],
    ['strings that are never admissible', [1000, 1001]],
  ])('refuses a source that goes on and on with %s', (_, words) => {
    const inTurn = (bytes: Uint8Array<ArrayBuffer>) => {
      new Uint32Array(bytes.buffer).forEach((_, i, all) => {
        all[i] = words[i & 1] as number;
      });
    };
    for (const length of [12, 16, 20]) {
      expect(() => generate({ kind: 'password', length }, inTurn)).toThrow('random');
      expect(() => generate({ kind: 'password', length, maxConsecutive: 1 }, inTurn)).toThrow('random');
    }
  });

  it('is 4 KiB at most, and wipes each byte that is taken', () => {
    const filled: Uint8Array[] = [];
    const getRandomValues = vi.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => {
      filled.push(bytes as unknown as Uint8Array);
      seededRandom(filled.length)(bytes as unknown as Uint8Array<ArrayBuffer>);
      return bytes;
    });
    drainRandom();
    const made = compile({ kind: 'password' });
    for (let i = 0; i < 10; i++) if (made.ok) made.next();
    expect(getRandomValues).toHaveBeenCalledTimes(1);
    const [pool] = filled as [Uint8Array];
    expect(pool).toHaveLength(4096);
    expect(pool.subarray(0, 160).every((byte) => byte === 0)).toBe(true);
    expect(pool.subarray(1024).some((byte) => byte !== 0)).toBe(true);
    drainRandom();
    expect(pool.every((byte) => byte === 0)).toBe(true);
    generate({ kind: 'pin' });
    expect(getRandomValues).toHaveBeenCalledTimes(2);
    drainRandom();
  });

  it('is wiped by the timer five seconds after it was filled, and then again after the next draw', () => {
    const { blocks, unused } = watchRandomBlocks();
    const timers: { run: () => void; ms: number }[] = [];
    drainByTimer((run, ms) => void timers.push({ run, ms }));
    expect(timers).toEqual([]);
    for (let i = 0; i < 300; i++) generate({ kind: 'password' });
    // The pool was filled more than once, but one timer is enough for all.
    expect(blocks.length).toBeGreaterThan(1);
    expect(timers.map(({ ms }) => ms)).toEqual([5000]);
    expect(unused()).toBeGreaterThan(0);
    timers[0]?.run();
    expect(unused()).toBe(0);
    generate({ kind: 'pin' });
    expect(timers).toHaveLength(2);
    timers[1]?.run();
    expect(unused()).toBe(0);
  });

  it('is separate for each injected source, which gives 128 bytes at a time', () => {
    const asked: number[] = [];
    const random = (bytes: Uint8Array<ArrayBuffer>) => {
      asked.push(bytes.length);
      seededRandom(4)(bytes);
    };
    const first = generate({ kind: 'password' }, random);
    expect(generate({ kind: 'password' }, random)).toEqual(first);
    expect(asked).toEqual([128, 128]);
  });
});

describe('the time to guess', () => {
  it('is that for half of the passwords, at the rate of the attacker', () => {
    expect(secondsToGuess(41, 'fastHash')).toBeCloseTo(2 ** 40 / 1e10);
    expect(secondsToGuess(41, 'slowHash') / secondsToGuess(41, 'fastHash')).toBeCloseTo(1e6);
    expect(GUESSES_PER_SECOND.online * 3600).toBeCloseTo(100);
    expect(Number.isFinite(secondsToGuess(839, 'online'))).toBe(true);
  });
});
