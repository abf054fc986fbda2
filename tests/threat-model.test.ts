// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { testNames } from './support/test-names.ts';

const DOCUMENT = readFileSync('docs/threat-model.md', 'utf8');

/** A line break within a name is a space. */
const unwrapped = (text: string) => text.replace(/\s+/g, ' ');

interface NamedTest {
  readonly file: string;
  readonly name: string;
}

/** The tests that a text names: a file, then one name or more between quotes, which may hold quotes. */
function namedTests(text: string): NamedTest[] {
  return [...unwrapped(text).matchAll(/`(tests\/[^`]+\.test\.tsx?)`((?:,? “(?:[^“”]|“[^”]*”)+”)+)/g)].flatMap(
    ([, file = '', names = '']) =>
      [...names.matchAll(/ “((?:[^“”]|“[^”]*”)+)”/g)].map(([, name = '']) => ({ file, name })),
  );
}

/** The threats by their headings. */
const threats = (DOCUMENT.split('\n## Threats\n')[1]?.split('\n## ')[0] ?? '')
  .split('\n### ')
  .slice(1)
  .map((section) => [section.split('\n')[0] ?? '', section] as const);

/** The mitigations of a threat, each with its tests. */
const mitigations = (section: string) =>
  section.split('\n\n').flatMap((part) => (part.startsWith('- ') ? part.slice(2).split('\n- ') : []));

/** What the threat model must speak of. */
const THREATS = [
  'Opaque and same-host frames',
  'HTML injected without script',
  'User text as a source of rules',
  'Weakness chosen by a page',
  'Pages over http',
  'A compromised renderer',
  'Other extensions',
  'A reader of the profile',
  'Private windows',
  'Shared recipe files',
  'The API’s server',
  'Local processes on loopback',
  'Clipboard managers',
  'Session replay',
  'Recognition after a fill',
  'Predictable bytes, and snapshots of virtual machines',
  'The release chain',
  'Two contexts at once',
];

describe('the threat model', () => {
  it('speaks of every threat', () => {
    expect(threats.map(([heading]) => heading)).toEqual(expect.arrayContaining(THREATS));
  });

  it.each(threats)('names a test for each mitigation, and what remains: %s', (_, section) => {
    expect(mitigations(section).length).toBeGreaterThan(0);
    expect(mitigations(section).filter((mitigation) => namedTests(mitigation).length === 0)).toEqual([]);
    expect(section).toContain('**What remains.** ');
  });

  const tests = namedTests(DOCUMENT);
  it.each(tests.map(({ file, name }) => [file, name]))('names a test that exists: %s “%s”', (file, name) => {
    expect(existsSync(file)).toBe(true);
    expect(testNames(file)).toContain(name);
  });

  it('has no path of a test that is not followed by a name', () => {
    const paths = DOCUMENT.match(/`tests\/[^`]+\.test\.tsx?`/g) ?? [];
    const files = [...unwrapped(DOCUMENT).matchAll(/`tests\/[^`]+\.test\.tsx?`,? “/g)];
    const own = paths.filter((path) => path === '`tests/threat-model.test.ts`').length - 1;
    expect(files.length).toBeGreaterThan(50);
    expect(files).toHaveLength(paths.length - own);
  });

  it('locks each package by its hash', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { integrity?: string; link?: boolean; resolved?: string }>;
    };
    const installed = Object.entries(packages).filter(([path, { link }]) => path !== '' && !link);
    expect(installed.length).toBeGreaterThan(100);
    expect(installed.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([]);
  });
});
