import { describe, expect, it } from 'vitest';
import { type Chunk, generateMany, type ManyResult } from '../../../lib/generator/index.ts';
import { seededRandom } from '../../support/scripted-random.ts';

async function chunksOf(result: ManyResult): Promise<Chunk[]> {
  if (!result.ok) throw new Error(result.error.message);
  const chunks: Chunk[] = [];
  for await (const chunk of result.chunks) chunks.push(chunk);
  return chunks;
}

describe('many passwords', () => {
  it('come in chunks with their progress', async () => {
    const chunks = await chunksOf(generateMany({ kind: 'password' }, 10_000));
    expect(chunks.map(({ done, total }) => [done, total])).toEqual([
      [4000, 10_000],
      [8000, 10_000],
      [10_000, 10_000],
    ]);
    expect(new Set(chunks.flatMap(({ passwords }) => passwords)).size).toBe(10_000);
  });

  it('are all different, up to the last one that exists', async () => {
    const chunks = await chunksOf(generateMany({ kind: 'pin', length: 3 }, 1000, {}, seededRandom(5)));
    expect(new Set(chunks.flatMap(({ passwords }) => passwords)).size).toBe(1000);
  });

  it('may repeat if the request allows it', async () => {
    const chunks = await chunksOf(generateMany({ kind: 'pin', length: 3 }, 3000, { duplicates: true }));
    expect(chunks.flatMap(({ passwords }) => passwords)).toHaveLength(3000);
  });

  it('let other tasks run between chunks, and stop on request', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 0);
    const chunks = await chunksOf(
      generateMany({ kind: 'pin' }, 1_000_000, { signal: controller.signal, duplicates: true }),
    );
    expect(chunks.length).toBeGreaterThan(0);
    expect(chunks.at(-1)?.done).toBeLessThan(1_000_000);
  });

  it('stop when the loop is left', async () => {
    const result = generateMany({ kind: 'pin' }, 100_000, { duplicates: true });
    if (!result.ok) throw new Error(result.error.message);
    for await (const { done } of result.chunks) if (done >= 4000) break;
    expect(await result.chunks.next()).toEqual({ done: true, value: undefined });
  });

  it.each([
    [0, 'out_of_range'],
    [1_000_001, 'out_of_range'],
    [1.5, 'not_an_integer'],
    [1001, 'too_few'],
  ])('refuses %d with %s', (count, code) => {
    const result = generateMany({ kind: 'pin', length: 3 }, count);
    expect(result).toMatchObject({ ok: false, error: { code, option: 'count' } });
  });

  it('refuses impossible requests', () => {
    expect(generateMany({ kind: 'pin', length: 99 }, 1)).toMatchObject({
      ok: false,
      error: { option: 'length' },
    });
  });
});
