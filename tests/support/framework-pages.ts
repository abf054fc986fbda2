import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { compile } from 'svelte/compiler';
import { build, type Plugin } from 'vite';

/** The pages that belong to a framework, by name. Their source is bundled on the first request. */
export const FRAMEWORK_PAGES: Readonly<Record<string, string>> = {
  angular: 'angular.ts',
  angularjs: 'angularjs.js',
  ember: 'ember.js',
  formik: 'formik.tsx',
  jquery: 'jquery.js',
  lit: 'lit.ts',
  preact: 'preact.tsx',
  react: 'react.tsx',
  'react-hook-form': 'react-hook-form.tsx',
  solid: 'solid.ts',
  svelte: 'svelte.ts',
  vue: 'vue.ts',
};

/** Pages of a framework with rules of their own for passwords. */
const RULE_PAGES: Readonly<Record<string, string>> = { 'react-counter': 'react-counter.tsx' };

const bundles = new Map<string, Promise<string>>();

/** The code of a framework's page below `folder`; bundled once, however many servers ask. */
export function frameworkBundle(folder: string, name: string): Promise<string> | undefined {
  const file = FRAMEWORK_PAGES[name] ?? RULE_PAGES[name];
  if (file === undefined) return undefined;
  const bundle = bundles.get(name) ?? bundlePage(path.join(folder, file));
  bundles.set(name, bundle);
  return bundle;
}

async function bundlePage(input: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [svelte()],
    // Set explicitly, because a test runner's NODE_ENV would select React's development build.
    oxc: { jsx: { development: false, runtime: 'automatic', importSource: 'react' } },
    resolve: { conditions: ['browser', 'module', 'production'] },
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
    },
    build: { write: false, modulePreload: false, rolldownOptions: { input } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output.find(({ type }) => type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error(`Vite made no code for ${input}.`);
  return chunk.code;
}

/** Svelte's own compiler, which suffices for a page of one file. */
function svelte(): Plugin {
  return {
    name: 'svelte-page',
    async load(id) {
      if (!id.endsWith('.svelte')) return undefined;
      const { js } = compile(await readFile(id, 'utf8'), { generate: 'client', filename: id });
      return js.code;
    },
  };
}
