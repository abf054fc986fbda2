// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { atLeast, atMost, rounded, table, withSection } from '../../bench/performance-doc.ts';

const DOCUMENT =
  'Before\n<!-- begin one -->\nold\n<!-- end one -->\n<!-- begin two -->\nkept\n<!-- end two -->\n';

describe('a section of the performance document', () => {
  it('is replaced between its markers, and nothing else is', () => {
    expect(withSection(DOCUMENT, 'one', 'new $& $1')).toBe(DOCUMENT.replace('old', () => '\nnew $& $1\n'));
  });

  it('does not change when the same text is written again', () => {
    const once = withSection(DOCUMENT, 'two', 'new');
    expect(withSection(once, 'two', 'new')).toBe(once);
  });

  it.each([
    ['has no such section', DOCUMENT],
    ['has no end', '<!-- begin three -->\n'],
    ['ends before it begins', '<!-- end three -->\n<!-- begin three -->\n'],
  ])('is refused by a document that %s', (_, document) => {
    expect(() => withSection(document, 'three', 'new')).toThrow('begin three');
  });

  it.each(['bench', 'bench:fit', 'bench:budget', 'bench:fill'])(
    'of %s exists, and the npm script that writes it',
    (script) => {
      expect(() => withSection(readFileSync('docs/performance.md', 'utf8'), script, '')).not.toThrow();
      expect(JSON.parse(readFileSync('package.json', 'utf8')).scripts).toHaveProperty(script);
    },
  );
});

describe('a table', () => {
  it('aligns the columns of figures to the right', () => {
    const rows = [['a', 'Node', '22']];
    const head = '| name | place | figure |\n';
    expect(table(['name', 'place', 'figure'], rows)).toBe(`${head}|---|---:|---:|\n| a | Node | 22 |`);
    expect(table(['name', 'place', 'figure'], rows, 2)).toBe(`${head}|---|---|---:|\n| a | Node | 22 |`);
  });

  it.each([
    [0.4231, '0.423'],
    [52.24, '52.2'],
    [2181.4, '2,180'],
  ])('writes %d as %s', (value, text) => {
    expect(rounded(value)).toBe(text);
  });

  it('marks the figures that miss their target', () => {
    expect(atMost(2, 2, 1, ' ms')).toBe('2.0 ms');
    expect(atMost(2, 2.01, 2, ' ms')).toBe('**2.01 ms**');
    expect(atLeast(10, 10, 0, ' ×')).toBe('10 ×');
    expect(atLeast(10, 9.9, 1, ' ×')).toBe('**9.9 ×**');
  });
});
