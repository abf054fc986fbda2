import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'rolldown/utils';
import { describe, expect, it } from 'vitest';
import { BUILDS, type Build, folderOf } from './build.ts';

/** Budgets in bytes, gzipped. */
const BUDGETS = {
  /** Everything that the popup loads before its first password. */
  popupAtOnce: 48_000,
  /** Everything that the popup can load, with the words of passphrases and the reader of patterns. */
  popupInAll: 85_000,
  /**
   * The aim is 16,000. Clipping, covers and roles took more than vocabulary and code could give back. The
   * check of each field right before it is written took 300 more, and telling whether a page is encrypted 10.
   */
  fillScript: 18_010,
};

const textOf = (build: Build, file: string) => readFileSync(path.join(folderOf(build), file), 'utf8');

const gzipped = (build: Build, file: string) => gzipSync(textOf(build, file)).length;

/**
 * The files that a file of a build refers to: at once by tags and static imports, and on demand by
 * `import()`.
 */
function referencesOf(build: Build, file: string): { atOnce: string[]; onDemand: string[] } {
  const text = textOf(build, file);
  const resolve = (reference: string) =>
    reference.startsWith('/') ? reference.slice(1) : path.join(path.dirname(file), reference);
  if (file.endsWith('.html')) {
    const tags = Array.from(
      text.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g),
      ([, target = '']) => target,
    );
    return { atOnce: tags.map(resolve), onDemand: [] };
  }
  if (!file.endsWith('.js')) return { atOnce: [], onDemand: [] };
  const { module } = parseSync(file, text);
  const onDemand = module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
    text.slice(start + 1, end - 1),
  );
  return {
    atOnce: module.staticImports.map(({ moduleRequest }) => resolve(moduleRequest.value)),
    onDemand: onDemand.map(resolve),
  };
}

/** A page with every script and style sheet that it loads at once, or can load. */
function filesOf(build: Build, page: string, which: 'at once' | 'in all'): string[] {
  const files = new Set([page]);
  for (const file of files) {
    const { atOnce, onDemand } = referencesOf(build, file);
    for (const target of which === 'at once' ? atOnce : [...atOnce, ...onDemand]) files.add(target);
  }
  return [...files];
}

describe.each(BUILDS)('the %s build', (build) => {
  it.each([
    ['at once', BUDGETS.popupAtOnce],
    ['in all', BUDGETS.popupInAll],
  ] as const)('keeps what the popup loads %s within its budget', (which, budget) => {
    const files = filesOf(build, 'popup.html', which);
    const size = files.reduce((sum, file) => sum + gzipped(build, file), 0);
    console.log(`${build} popup ${which}: ${size} bytes gzipped in ${files.length} files`);
    expect(files.length).toBeGreaterThan(which === 'at once' ? 3 : 5);
    expect(size).toBeLessThanOrEqual(budget);
  });

  it('keeps the fill script within its budget', () => {
    const size = gzipped(build, 'fill.js');
    console.log(`${build} fill script: ${size} bytes gzipped`);
    expect(size).toBeLessThanOrEqual(BUDGETS.fillScript);
  });

  it('has no way to set HTML and no code from text', () => {
    for (const page of ['popup.html', 'options.html']) {
      const code = filesOf(build, page, 'in all')
        .map((file) => textOf(build, file))
        .join('');
      expect(code).not.toMatch(/\.innerHTML|\.outerHTML|insertAdjacentHTML|\beval\(|new Function\(/);
    }
  });
});
