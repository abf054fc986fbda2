import { type RolldownPluginOption, rolldown } from 'rolldown';
import { describe, expect, it } from 'vitest';
import { withMergedWords } from '../../../scripts/build/merged-words.ts';

/** Bundles a module of the vocabulary as the build does. */
async function bundleOf(module: string): Promise<string> {
  const bundle = await rolldown({
    input: `lib/content/vocabulary/${module}`,
    tsconfig: false,
    plugins: [withMergedWords() as RolldownPluginOption],
  });
  const { output } = await bundle.generate({ minify: true });
  return output[0].code;
}

describe('merging the languages into a bundle', () => {
  it('leaves their merged phrases alone', async () => {
    const code = await bundleOf('find-topics.ts');
    expect(code).toContain('~kennwort');
    expect(code).not.toContain('~kennwort|~passwort');
  });

  it('fails the build that still holds a language', async () => {
    await expect(bundleOf('languages/languages.ts')).rejects.toThrow('holds whole languages');
  });

  it('lets a bundle without phrases pass', async () => {
    await expect(bundleOf('normalize.ts')).resolves.not.toContain('kennwort');
  });
});
