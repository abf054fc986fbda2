import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The arrows: what each folder may import. `type:` allows types alone, which leave no trace in a bundle.
 * A folder of the house that is missing here fails the test.
 */
const ARROWS: Record<string, readonly string[]> = {
  'lib/generator': [],
  'lib/content': ['lib/generator'],
  'lib/api': ['lib/generator', 'valibot'],
  'lib/platform': ['lib/generator', 'lib/api', 'wxt/', 'type:public/_locales'],
  // The frame's answers are typed by the frame: the types cross, the code does not.
  'lib/background': ['lib/generator', 'lib/api', 'lib/platform', 'wxt/', 'type:lib/content'],
  components: ['lib/generator', 'lib/platform', 'preact'],
  entrypoints: ['lib/', 'components', 'wxt/', 'preact'],
};

const FILES = globSync(['lib/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}']);
const folderOf = (file: string) =>
  (file.startsWith('lib/') ? file.split('/').slice(0, 2).join('/') : file.split('/')[0]) ?? '';

/** What a file imports, as paths from the root or package names; types are marked. */
function importsOf(file: string): string[] {
  const code = readFileSync(file, 'utf8');
  const statements = code.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?from\s+)?'([^']+)'/gm);
  const dynamic = code.matchAll(/import\((?:\s*\/\*.*?\*\/)?\s*'([^']+)'/g);
  const resolve = (specifier: string) =>
    specifier.startsWith('.') ? path.join(path.dirname(file), specifier) : specifier;
  return [
    ...Array.from(statements, ([, type, specifier = '']) => `${type ? 'type:' : ''}${resolve(specifier)}`),
    ...Array.from(dynamic, ([, specifier = '']) => resolve(specifier)),
  ];
}

function isAllowed(folder: string, imported: string): boolean {
  const plain = imported.replace('type:', '');
  if (plain.startsWith(folder) || (folder === 'components' && plain.endsWith('.css'))) return true;
  const allowed = ARROWS[folder] ?? [];
  return allowed.some((arrow) => imported.startsWith(arrow) || plain.startsWith(arrow));
}

describe('the house', () => {
  it('is looked at whole', () => {
    expect(FILES.length).toBeGreaterThan(40);
    expect([...new Set(FILES.map(folderOf))].sort()).toEqual(Object.keys(ARROWS).sort());
  });

  it.each(FILES)('%s imports only along the arrows', (file) => {
    expect(importsOf(file).filter((imported) => !isAllowed(folderOf(file), imported))).toEqual([]);
  });

  it.each(globSync('entrypoints/**/*.{ts,tsx}'))('%s only wires, in at most 40 lines', (file) => {
    expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThanOrEqual(40);
  });

  it.each(FILES)('%s has at most 200 lines', (file) => {
    expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThanOrEqual(201);
  });

  it.each(FILES.filter((file) => !file.endsWith('generator/random.ts')))(
    '%s draws no randomness of its own',
    (file) => {
      const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      expect(code).not.toMatch(/Math\.random|getRandomValues/);
    },
  );

  it.each(FILES)('%s logs nothing', (file) => {
    expect(readFileSync(file, 'utf8')).not.toMatch(/\bconsole\./);
  });
});
