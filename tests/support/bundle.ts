import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type RolldownPluginOption, rolldown } from 'rolldown';

/** An entry that exports all of several files, so that their code is counted once. */
const entryOf = (files: readonly string[]): RolldownPluginOption => ({
  name: 'entry',
  resolveId: (id) => (id === 'entry' ? id : undefined),
  load: (id) =>
    id === 'entry'
      ? files.map((file) => `export * from ${JSON.stringify(path.resolve(file))};`).join('\n')
      : undefined,
});

/**
 * Bundles files as a page would load them: minified, without comments, and with later loads in other chunks.
 */
async function bundle(files: readonly string[], format: 'es' | 'iife') {
  const [only] = files;
  const rolled = await rolldown({
    input: only && files.length === 1 ? path.resolve(only) : 'entry',
    plugins: [entryOf(files)],
    // A script in one piece cannot load lists later, and its benches don't need them.
    external: format === 'iife' ? [/wordlists/] : [],
  });
  const { output } = await rolled.generate({ format, minify: true, comments: false, name: 'generator' });
  return output.flatMap((file) => (file.type === 'chunk' ? [{ name: file.name, code: file.code }] : []));
}

/** The generator as a page would load it. */
export const generatorBundle = (format: 'es' | 'iife' = 'es') => bundle(['lib/generator/index.ts'], format);

/** The gzipped bytes of each chunk of a bundle that exports all of some source files. */
export async function bundledSizes(...files: string[]): Promise<Record<string, number>> {
  const chunks = await bundle(files, 'es');
  return Object.fromEntries(chunks.map(({ name, code }) => [name, gzipSync(code, { level: 9 }).length]));
}
