// @vitest-environment node
import { expect, it } from 'vitest';
import { generatorBundle, gzipped } from '../../support/bundle.ts';

/** Bytes, gzipped. What a page loads before its first password; raise it only for something worth as much. */
const CODE = 6120;
const LIST = 18_000;

it('is small, and loads its words only when they are asked for', async () => {
  const files = await generatorBundle();
  const sizes = Object.fromEntries(files.map(({ name, code }) => [name, gzipped(code)]));
  expect(Object.keys(sizes).sort()).toEqual(['eff-long', 'index']);
  expect(sizes.index).toBeLessThanOrEqual(CODE);
  expect(sizes['eff-long']).toBeLessThanOrEqual(LIST);
});
