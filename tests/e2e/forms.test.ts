import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBrowsers } from '../../scripts/browsers.ts';
import { bundleScript } from '../../scripts/forms/bundle.ts';
import { gradePage } from '../../scripts/forms/grade.ts';
import type { PageReport } from '../../scripts/forms/in-page.ts';
import { hasLabelsFile, readLabels } from '../../scripts/forms/labelled-pages.ts';
import { reportPages, visitPages } from '../../scripts/forms/open-pages.ts';
import type { PageContent } from '../support/read-page-content.ts';

const FOLDER = path.resolve('tests/forms');
const labels = readLabels(FOLDER);

/** The pages that fail today, with the kind of failure and its cause. */
type Expected = Readonly<Record<string, { readonly kind: 'missed' | 'wrong'; readonly why: string }>>;
const expected: Expected = JSON.parse(readFileSync(path.join(FOLDER, 'expected.json'), 'utf8'));

let executablePath = '';
let reports: Record<string, PageReport> = {};
beforeAll(async () => {
  executablePath = ensureBrowsers(['chromium'])[0]?.path ?? '';
  reports = await reportPages({ folder: FOLDER, labels, executablePath });
});

/** `missed` or `wrong`; `undefined` for a page that is right. */
function failureOf(name: string): 'missed' | 'wrong' | undefined {
  const score = gradePage(labels[name] ?? { fields: [] }, new Set(reports[name]?.targets));
  if (score.wrong.length > 0) return 'wrong';
  return score.missed ? 'missed' : undefined;
}

describe('the labelled forms', () => {
  it.each(['tests/forms', 'training/forms'])('of %s have a known label on every input', (folder) => {
    expect(hasLabelsFile(folder)).toBe(false);
    // Reading the labels throws an error that names the file and the input.
    expect(Object.keys(readLabels(folder)).filter((name) => !name.endsWith('.html'))).toEqual([]);
  });

  it('show a script no labels, and their inputs in the order that labels number them in', async () => {
    const script = await bundleScript(new URL('../support/read-page-content.ts', import.meta.url));
    const seen = await visitPages({ folder: FOLDER, labels, executablePath }, async (page) => {
      await page.evaluate(script);
      return page.evaluate<PageContent>('readPageContent()');
    });
    const unlabelled = Object.entries(labels).map(([name, { fields }]) => [
      name,
      { inputs: fields.map((field) => field.name), labels: [] },
    ]);
    expect(seen).toEqual(Object.fromEntries(unlabelled));
  }, 120_000);

  it('are right, except those that are expected to fail', () => {
    const failures = Object.keys(labels).flatMap((name) => {
      const kind = failureOf(name);
      return kind ? [[name, kind]] : [];
    });
    const known = Object.entries(expected).map(([name, { kind }]) => [name, kind]);
    expect(Object.fromEntries(failures)).toEqual(Object.fromEntries(known));
  });

  it('that are expected to fail each have a reason', () => {
    for (const { why } of Object.values(expected)) expect(why).toMatch(/\w+ \w+/);
  });

  it.each([
    ['signup-one', ['username', 'new']],
    ['login', ['username', 'current']],
    ['change', ['current', 'new', 'confirm']],
    ['de-change', ['current', 'new', 'confirm']],
    ['one-time-code', ['otp']],
    ['card', ['card', 'card']],
    ['checkout-account', ['other', 'other', 'other', 'new', 'card', 'card']],
    ['pin', ['other', 'other']],
    ['honeypots', ['username', 'new']],
  ])('%s: every visible field has its role', (page, roles) => {
    expect(reports[`${page}.html`]?.fields.map(({ role }) => role)).toEqual(roles);
  });

  it('give reasons for every field', () => {
    const reported = Object.values(reports).flatMap((report) => report.fields);
    expect(reported.length).toBeGreaterThan(Object.keys(labels).length);
    const unexplained = reported.filter(({ reasons }) => reasons.length === 0);
    expect(unexplained).toEqual([]);
  });
});

describe('the opener of labelled pages', () => {
  it('opens every page anew even if their addresses differ only in the fragment', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'passmint-forms-'));
    mkdirSync(path.join(folder, 'pages'));
    const counts = [1, 2, 3, 4, 5];
    for (const count of counts)
      writeFileSync(
        path.join(folder, 'pages', `${count}.html`),
        '<p>a</p><input type="password">'.repeat(count),
      );
    const pages = Object.fromEntries(
      counts.map((count) => [`${count}.html`, { url: `https://example.com/#${count}`, fields: [] }]),
    );
    const opened = await reportPages({ folder, labels: pages, executablePath });
    rmSync(folder, { recursive: true });
    expect(counts.map((count) => opened[`${count}.html`]?.fields.length)).toEqual(counts);
  });
});
