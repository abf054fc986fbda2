// @vitest-environment node
import { expect, it } from 'vitest';
import { bundledSizes } from '../../support/bundle.ts';

/** Bytes, gzipped: the generator with the reader of rules texts and the fitting, which counts its work. */
const WITH_RULES = 12_420;

it('is small with the generator, and loads neither lists nor readers of pages', async () => {
  const sizes = await bundledSizes(
    'lib/site-rules/generate-within.ts',
    'lib/site-rules/passwordrules/parse.ts',
  );
  console.log(`generator with site rules: ${sizes.entry} bytes gzipped`);
  expect(Object.keys(sizes)).toEqual(['entry']);
  expect(sizes.entry).toBeLessThanOrEqual(WITH_RULES);
});

it.each([
  ['lib/site-rules/pattern/read-pattern.ts', 7300],
  ['lib/site-rules/visible-text/read-visible-text.ts', 46_700],
])('reads pages by code that only its importers load: %s', async (file, bytes) => {
  const sizes = Object.values(await bundledSizes(file));
  console.log(`${file}: ${sizes} bytes gzipped`);
  expect(sizes).toHaveLength(1);
  expect(sizes[0]).toBeLessThanOrEqual(bytes);
});
