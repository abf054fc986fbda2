import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { withMergedWords } from './scripts/build/merged-words.ts';
const bundle = await rolldown({ input: 'entrypoints/fill.ts', tsconfig: false, plugins: [withMergedWords(), {name:'wxt', resolveId: (s)=> s.startsWith('wxt/')? s : null, load: (id)=> id.startsWith('wxt/')? 'export const defineUnlistedScript=(f)=>f()' : null}], moduleTypes: {} });
const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false });
console.log('total', output[0].code.length, gzipSync(output[0].code).length);
const names = process.argv.slice(2);
import { readFileSync, globSync } from 'node:fs';
for (const f of [...globSync('lib/content/**/*.ts')].filter(f=>!f.includes('languages/'))) {
  const b = await rolldown({ input: f, tsconfig: false, external: (id, imp) => !!imp, });
  const o = await b.generate({ format: 'esm', minify: true });
  const code = o.output[0].code.replace(/^import.*?;/gm,'').replace(/import\{[^}]*\}from"[^"]*";/g,'').replace(/export\{[^}]*\};?/,'');
  console.log(String(gzipSync(code).length).padStart(6), String(code.length).padStart(6), f);
}
