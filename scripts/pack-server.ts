// `npm run server:pack`: builds the companion server with all that it needs as one file, which runs on Node
// 24 without an installation. The code is compressed, because most of it is Swagger UI and libraries.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { type Plugin, rolldown } from 'rolldown';

const FILE = '.output/server/passmint-server.mjs';

const root = path.resolve(import.meta.dirname, '..');
const require = createRequire(import.meta.url);

/** The files of Swagger UI come with the code, in place of the module that reads them from the package. */
const docFiles: Plugin = {
  name: 'doc-files',
  load(id) {
    if (id !== path.join(root, 'server/doc-files.ts')) return undefined;
    return `import { brotliDecompressSync } from 'node:zlib';
      const read = (coded) => brotliDecompressSync(Buffer.from(coded, 'base64'));
      export const loadDocFiles = async () => ({ script: read(docs.script), style: read(docs.style) });`;
  },
};

/** Checks the version in words that any Node understands, and runs the code as if it were a file. */
const bootstrap = (code: string, script: string, style: string) => `#!/usr/bin/env node
// Passmint companion server, MIT licence, built from its sources by "npm run server:pack". The libraries in it
// have licences of their own (MIT; Swagger UI: Apache-2.0).
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { brotliDecompressSync } from 'node:zlib';
const docs = { script: '${script}', style: '${style}' };
const code = '${code}';
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write('This is Node ' + process.versions.node + '. The server needs Node 24 or newer.\\n');
  process.exitCode = 2;
} else {
  const filename = fileURLToPath(import.meta.url);
  const importModuleDynamically = vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
  const text = brotliDecompressSync(Buffer.from(code, 'base64')).toString();
  const names = ['require', 'module', 'exports', '__filename', 'docs'];
  const main = vm.compileFunction(text, names, { filename, importModuleDynamically });
  const module = { exports: {} };
  main(createRequire(import.meta.url), module, module.exports, filename, docs);
}
`;

const coded = (content: string | Buffer) => brotliCompressSync(content).toString('base64');
const swagger = (name: string) => coded(readFileSync(require.resolve(`swagger-ui-dist/${name}`)));

const bundle = await rolldown({
  cwd: root,
  input: 'server/main.ts',
  platform: 'node',
  plugins: [docFiles],
  logLevel: 'warn',
});
const { output } = await bundle.generate({ format: 'cjs', minify: true, codeSplitting: false });
const text = bootstrap(coded(output[0].code), swagger('swagger-ui-bundle.js'), swagger('swagger-ui.css'));
mkdirSync(path.dirname(path.join(root, FILE)), { recursive: true });
writeFileSync(path.join(root, FILE), text, { mode: 0o755 });
console.log(`${FILE}: ${text.length.toLocaleString('en')} bytes`);
