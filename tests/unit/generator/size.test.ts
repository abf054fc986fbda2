// @vitest-environment node
import { expect, it } from 'vitest';
import { bundledSizes } from '../../support/bundle.ts';

/**
 * Bytes, gzipped, that a page loads before its first password. Raise it only for something worth as much: the
 * last 50 are for the timer that wipes unused random bytes.
 */
const CODE = 6390;
const LIST = 18_000;

it('is small, and loads its words only on demand', async () => {
  const sizes = await bundledSizes('lib/generator/index.ts');
  console.log(`generator: ${sizes.index} bytes gzipped, word list: ${sizes['eff-long']}`);
  expect(Object.keys(sizes).sort()).toEqual(['eff-long', 'index']);
  expect(sizes.index).toBeLessThanOrEqual(CODE);
  expect(sizes['eff-long']).toBeLessThanOrEqual(LIST);
});
