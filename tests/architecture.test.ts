// @vitest-environment node
import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { longComments, longProse } from './support/long-lines.ts';
import { findCircles, type Import, readSource, type SourceFile } from './support/source-code.ts';

/**
 * The arrows: what each folder may import, by the beginning of the path or package name. `type:` allows only
 * types, which leave no trace in a bundle. A folder without an entry fails the test.
 */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  'lib/generator': [],
  'lib/site-rules': ['lib/generator/'],
  'lib/api': ['lib/generator/', 'valibot'],
  'lib/content': ['lib/generator/random.ts'],
  'lib/messaging': [
    'type:lib/generator/',
    'type:lib/site-rules/',
    'type:lib/api/',
    'type:lib/content/',
    'wxt/',
  ],
  'lib/i18n': [
    'lib/generator/',
    'lib/site-rules/',
    'lib/messaging/',
    'type:lib/api/',
    'type:lib/content/',
    'type:public/_locales/',
    'wxt/',
  ],
  'lib/storage': [
    'lib/generator/',
    'lib/site-rules/',
    'lib/api/',
    'type:lib/messaging/',
    'wxt/',
    'valibot',
    'idb-keyval',
  ],
  'lib/platform': ['lib/messaging/', 'lib/i18n/', 'lib/storage/', 'wxt/'],
  'lib/background': [
    'lib/generator/',
    'lib/site-rules/',
    'lib/api/',
    'type:lib/content/',
    'lib/messaging/',
    'lib/i18n/',
    'lib/storage/',
    'lib/platform/',
    'wxt/',
  ],
  components: [
    'lib/generator/',
    'lib/site-rules/',
    'lib/messaging/',
    'lib/i18n/',
    'lib/storage/',
    'lib/platform/',
    'preact',
    '@zxcvbn-ts/',
  ],
  entrypoints: ['lib/', 'components/', 'wxt/', 'preact'],
  server: [
    'lib/generator/',
    'lib/site-rules/',
    'lib/api/',
    'package.json',
    'node:',
    'hono',
    '@hono/node-server',
    '@modelcontextprotocol/server',
    '@valibot/to-json-schema',
    'commander',
    'ioredis',
    'kysely',
    'pino',
    'postgres',
    'rate-limiter-flexible',
    'valibot',
  ],
};

const FILES = globSync('{lib,components,entrypoints,server}/**/*.{ts,tsx}').map(readSource);
const OWN_RANDOMNESS = 'lib/generator/random.ts';

const folderOf = ({ file }: SourceFile) => file.split('/', file.startsWith('lib/') ? 2 : 1).join('/');

function isAllowed(folder: string, { target, isTypeOnly }: Import): boolean {
  if (target.startsWith(`${folder}/`)) return true;
  if (folder === 'components' && target.endsWith('.css')) return true;
  const arrows = ARROWS[folder] ?? [];
  return arrows.some((arrow) =>
    arrow.startsWith('type:')
      ? isTypeOnly && target.startsWith(arrow.slice('type:'.length))
      : target.startsWith(arrow),
  );
}

const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');

describe('the house', () => {
  it('has no folder without arrows', () => {
    expect(FILES.length).toBeGreaterThan(200);
    expect([...new Set(FILES.map(folderOf))].sort()).toEqual(Object.keys(ARROWS).sort());
  });

  it('has no circle of files that import each other, types included', () => {
    expect(findCircles(FILES)).toEqual([]);
  });

  describe.each(FILES.map((source) => [source.file, source] as const))('%s', (file, source) => {
    it('imports only along the arrows', () => {
      const strays = source.imports.filter((one) => !isAllowed(folderOf(source), one));
      expect(strays).toEqual([]);
    });

    it('is short', () => {
      expect(source.lines).toBeLessThanOrEqual(file.startsWith('entrypoints/') ? 40 : 200);
    });

    it('has short functions', () => {
      expect(source.functions.filter(({ lines }) => lines > 40)).toEqual([]);
    });

    it('logs nothing', () => {
      expect(withoutComments(source.code)).not.toMatch(/\bconsole\./);
    });

    it('draws no randomness, but for the one file that does', () => {
      const draws = /Math\.random|getRandomValues/.test(withoutComments(source.code));
      expect(draws).toBe(file === OWN_RANDOMNESS);
    });
  });
});

describe('the server', () => {
  it('leaves everything of Node out of the app and its routes', () => {
    const pure = FILES.filter(({ file }) => /^server\/(?:app|reply|routes\/.*)\.ts$/.test(file));
    expect(pure.length).toBeGreaterThan(6);
    const nodes = pure.flatMap(({ imports }) => imports.filter(({ target }) => target.startsWith('node:')));
    expect(nodes).toEqual([]);
  });
});

describe('lines to read', () => {
  // The tools that check the server have packages of their own.
  const exclude = (name: string) => name.endsWith('node_modules');
  const CODE = globSync('{lib,components,entrypoints,server,scripts,tests}/**/*.{ts,tsx}', { exclude });
  const PLACES = [
    '{README,CHANGELOG}.md',
    'docs/*.md',
    'server/*.md',
    '.github/**/*.md',
    'tests/**/README.md',
  ];
  const DOCUMENTS = globSync(PLACES, { exclude });

  it('has no comment line over 110 columns', () => {
    expect(CODE.length).toBeGreaterThan(400);
    expect(CODE.flatMap(longComments)).toEqual([]);
  });

  it('has no line of prose over 110 columns in a document', () => {
    expect(DOCUMENTS.length).toBeGreaterThan(10);
    expect(DOCUMENTS.flatMap(longProse)).toEqual([]);
  });
});

describe('findCircles', () => {
  const file = (name: string, ...targets: string[]): SourceFile => ({
    file: name,
    code: '',
    lines: 0,
    functions: [],
    imports: targets.map((target) => ({ target, isTypeOnly: true })),
  });

  it('finds a circle of any length, and none where there is none', () => {
    expect(findCircles([file('a', 'b'), file('b', 'c'), file('c', 'a')])).toEqual([['a', 'b', 'c', 'a']]);
    expect(findCircles([file('a', 'b', 'c'), file('b', 'c'), file('c')])).toEqual([]);
  });
});
