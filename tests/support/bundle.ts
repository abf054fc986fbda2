import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

/** The generator as a page would load it: minified, the word lists in files of their own. */
export async function generatorBundle(format: 'es' | 'iife' = 'es') {
  const bundle = await rolldown({
    input: path.resolve('lib/generator/index.ts'),
    // A script in one piece cannot load lists later; what stands for them is not what is measured there.
    external: format === 'iife' ? [/wordlists/] : [],
  });
  const { output } = await bundle.generate({ format, minify: true, name: 'generator' });
  return output.flatMap((file) => (file.type === 'chunk' ? [{ name: file.name, code: file.code }] : []));
}

/** Bytes after gzip at its best. */
export const gzipped = (code: string) => gzipSync(code, { level: 9 }).length;
