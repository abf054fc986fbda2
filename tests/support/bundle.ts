import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type RolldownPluginOption, rolldown } from 'rolldown';

/** The generator as a page would load it: minified and without comments, the word lists in files of their own. */
export async function generatorBundle(
  format: 'es' | 'iife' = 'es',
  { input = 'index.ts', plugins = [] as RolldownPluginOption[] } = {},
) {
  const bundle = await rolldown({
    input: path.resolve('lib/generator', input),
    plugins,
    // A script in one piece cannot load lists later; what stands for them is not what is measured there.
    external: format === 'iife' ? [/wordlists/] : [],
  });
  const { output } = await bundle.generate({ format, minify: true, comments: false, name: 'generator' });
  return output.flatMap((file) => (file.type === 'chunk' ? [{ name: file.name, code: file.code }] : []));
}

/** Puts what is undefined in the place of the site rules: what is left is the generator without them. */
export const withoutRules: RolldownPluginOption = {
  name: 'without-rules',
  load: (id) =>
    id.includes('/generator/rules/') ? 'export let passwordsWithin, parsePasswordRules;' : undefined,
};

/** Bytes after gzip at its best. */
export const gzipped = (code: string) => gzipSync(code, { level: 9 }).length;
