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

/** Files as a page would load them: minified and without comments, what they load later in files of its own. */
async function bundle(files: readonly string[], format: 'es' | 'iife') {
  const [only] = files;
  const rolled = await rolldown({
    input: only && files.length === 1 ? path.resolve(only) : 'entry',
    plugins: [entryOf(files)],
    // A script in one piece cannot load lists later; what stands for them is not what is measured there.
    external: format === 'iife' ? [/wordlists/] : [],
  });
  const { output } = await rolled.generate({ format, minify: true, comments: false, name: 'generator' });
  return output.flatMap((file) => (file.type === 'chunk' ? [{ name: file.name, code: file.code }] : []));
}

/** The generator as a page would load it. */
export const generatorBundle = (format: 'es' | 'iife' = 'es') => bundle(['lib/generator/index.ts'], format);

/** The bytes after gzip at its best, by file, of a bundle that exports all of some source files. */
export async function bundledSizes(...files: string[]): Promise<Record<string, number>> {
  const chunks = await bundle(files, 'es');
  return Object.fromEntries(chunks.map(({ name, code }) => [name, gzipSync(code, { level: 9 }).length]));
}
