import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BUILDS, type Build, folderOf } from './build.ts';

/** Budgets in bytes, gzipped. */
const POPUP_BUDGET = 60_000;
const FILL_BUDGET = 14_000;

const gzipped = (build: Build, file: string) =>
  gzipSync(readFileSync(path.join(folderOf(build), file))).length;

/** A page and every script and style sheet that it loads, however deep. */
function filesOf(build: Build, page: string): string[] {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(path.join(folderOf(build), file), 'utf8');
    for (const [, reference = ''] of text.matchAll(/["'`](\.{0,2}\/[\w./-]+\.(?:js|css))["'`]/g)) {
      visit(reference.startsWith('/') ? reference.slice(1) : path.join(path.dirname(file), reference));
    }
  };
  visit(page);
  return [...seen];
}

describe.each(BUILDS)('the %s build', (build) => {
  it('keeps the popup within its budget', () => {
    const files = filesOf(build, 'popup.html');
    expect(files.length).toBeGreaterThan(3);
    const size = files.reduce((sum, file) => sum + gzipped(build, file), 0);
    console.log(`${build} popup: ${size} bytes gzipped in ${files.length} files`);
    expect(size).toBeLessThan(POPUP_BUDGET);
  });

  it('keeps the fill script within its budget', () => {
    const size = gzipped(build, 'fill.js');
    console.log(`${build} fill script: ${size} bytes gzipped`);
    expect(size).toBeLessThan(FILL_BUDGET);
  });

  it('has no way to set HTML and no code from text', () => {
    for (const page of ['popup.html', 'options.html']) {
      const code = filesOf(build, page)
        .map((file) => readFileSync(path.join(folderOf(build), file), 'utf8'))
        .join('');
      expect(code).not.toMatch(/\.innerHTML|\.outerHTML|insertAdjacentHTML|\beval\(|new Function\(/);
    }
  });
});
