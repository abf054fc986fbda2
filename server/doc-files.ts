import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { DocFiles } from './app-tools.ts';

/** Reads Swagger UI from its package. The one-file build holds the files itself. */
export async function loadDocFiles(): Promise<DocFiles> {
  const require = createRequire(import.meta.url);
  const read = (name: string) => readFile(require.resolve(`swagger-ui-dist/${name}`));
  const [script, style] = await Promise.all([read('swagger-ui-bundle.js'), read('swagger-ui.css')]);
  return { script, style };
}
