// @vitest-environment node
import { expect, it } from 'vitest';
import { generatorBundle, gzipped, withoutRules } from '../../support/bundle.ts';

/**
 * Bytes, gzipped. What a page loads before its first password, less what reads and fits site rules; raise it only for
 * something worth as much.
 */
const CODE = 6160;
/** With the reader of rules texts and the fitting. */
const WITH_RULES = 9200;
const LIST = 18_000;

const sizesOf = async (options?: Parameters<typeof generatorBundle>[1]) =>
  Object.fromEntries((await generatorBundle('es', options)).map(({ name, code }) => [name, gzipped(code)]));

it('is small, and loads its words only when they are asked for', async () => {
  const sizes = await sizesOf({ plugins: [withoutRules] });
  expect(Object.keys(sizes).sort()).toEqual(['eff-long', 'index']);
  expect(sizes.index).toBeLessThanOrEqual(CODE);
  expect(sizes['eff-long']).toBeLessThanOrEqual(LIST);
});

it('is small with site rules, none of whose lists and readers of pages it loads', async () => {
  const sizes = await sizesOf();
  expect(Object.keys(sizes).sort()).toEqual(['eff-long', 'index']);
  expect(sizes.index).toBeLessThanOrEqual(WITH_RULES);
});

it.each([
  ['rules/pattern.ts', 4400],
  ['rules/visible-text.ts', 16_500],
])('reads pages by code that is loaded only by who imports it: %s', async (input, bytes) => {
  const sizes = Object.values(await sizesOf({ input }));
  expect(sizes).toHaveLength(1);
  expect(sizes[0]).toBeLessThanOrEqual(bytes);
});
