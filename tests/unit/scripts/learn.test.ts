import { describe, expect, it } from 'vitest';
import { crossValidate, gradePages, samplesOf } from '../../../scripts/forms/cross-validate.ts';
import type { PageReport } from '../../../scripts/forms/in-page.ts';
import type { LabelledPage } from '../../../scripts/forms/labelled-pages.ts';
import { learnWeights, type Sample } from '../../../scripts/forms/learn.ts';

const samples = (count: number, positive: boolean, ...signals: string[]): Sample[] =>
  Array.from({ length: count }, () => ({ signals, positive, weight: 1 }));

const SIGNUPS = samples(20, true, 'button:signup', 'type:password', 'autocomplete:new-password');
const LOGINS = samples(20, false, 'button:login', 'type:password');

describe('learning weights', () => {
  const { bias, of } = learnWeights([...SIGNUPS, ...LOGINS, ...samples(3, true, 'rare:one')], 10);

  it('gives signals for a new password a weight above 0, and those against it one below', () => {
    expect(of.get('button:signup')).toBeGreaterThan(0.5);
    expect(of.get('button:login')).toBeLessThan(-0.5);
    expect(Math.abs(of.get('type:password') ?? 0)).toBeLessThan(of.get('button:signup') ?? 0);
    expect(Number.isFinite(bias)).toBe(true);
  });

  it('does not depend on `autocomplete` alone, because each sample also counts without it', () => {
    expect(of.get('button:signup')).toBeGreaterThan((of.get('autocomplete:new-password') ?? 0) / 2);
  });

  it('learns no weights for rare signals', () => {
    expect(of.has('rare:one')).toBe(false);
  });

  it('keeps the largest weights, and `autocomplete` in any case', () => {
    const few = learnWeights([...SIGNUPS, ...LOGINS], 2).of;
    expect(few.size).toBe(2);
    expect(few.has('autocomplete:new-password')).toBe(true);
    expect(few.has('type:password')).toBe(false);
  });

  it('gives the same weights each time', () => {
    const again = learnWeights([...SIGNUPS, ...LOGINS, ...samples(3, true, 'rare:one')], 10);
    expect([...again.of]).toEqual([...of]);
  });

  it('gives weight to samples that count more often', () => {
    const disputed = (weight: number) => [
      ...samples(10, false, 'a:b'),
      ...samples(10, true, 'a:b').map((sample) => ({ ...sample, weight })),
    ];
    const scoreOf = (weight: number) => {
      const learnt = learnWeights(disputed(weight), 5);
      return learnt.bias + (learnt.of.get('a:b') ?? 0);
    };
    expect(scoreOf(5)).toBeGreaterThan(0.5);
    expect(scoreOf(0.2)).toBeLessThan(-0.5);
  });
});

describe('cross-validation', () => {
  const pages = Array.from({ length: 40 }, (_, i) => `${i}.html`);
  const labels: Record<string, LabelledPage> = {};
  const reports: Record<string, PageReport> = {};
  for (const [i, name] of pages.entries()) {
    const isNew = i % 2 === 0;
    const url = `https://site${i}.example/`;
    labels[name] = { url, fields: [{ i: 0, label: isNew ? 'new' : 'current', visible: true, form: 0 }] };
    const signals = [isNew ? 'button:signup' : 'button:login'];
    reports[name] = { targets: [], fields: [], groups: [[{ i: 0, signals }]] };
  }

  it('uses only samples with a label that counts', () => {
    const odd = { ...labels, 'odd.html': { fields: [{ i: 0, label: 'unsure', visible: true, form: 0 }] } };
    const report: PageReport = { targets: [], fields: [], groups: [[{ i: 0, signals: ['a:b'] }]] };
    const all = samplesOf(odd, { ...reports, 'odd.html': report }, [...pages, 'odd.html']);
    expect(all).toHaveLength(pages.length);
    expect(all.filter(({ positive }) => positive)).toHaveLength(pages.length / 2);
  });

  it('scores every page by weights learnt on other sites', () => {
    const scores = crossValidate(labels, reports, 10);
    expect(Object.keys(scores).sort()).toEqual([...pages].sort());
    expect(Object.values(scores).every(({ right }) => right)).toBe(true);
  });

  it('never learns from the page’s site', () => {
    // One site contradicts all the others; its own labels must not help it.
    const contrary = { ...labels };
    const site = 'https://contrary.example/';
    for (const name of pages.slice(0, 6)) {
      contrary[name] = {
        url: `${site}${name}`,
        fields: [{ i: 0, label: 'current', visible: true, form: 0 }],
      };
      reports[name] = { targets: [], fields: [], groups: [[{ i: 0, signals: ['button:signup'] }]] };
    }
    const scores = crossValidate(contrary, reports, 10);
    for (const name of pages.slice(0, 6)) expect(scores[name]?.right).toBe(false);
  });

  it('fills only the likeliest group', () => {
    const weights = { bias: 0, of: new Map([['a:b', 2]]) };
    const report: PageReport = {
      targets: [],
      fields: [],
      groups: [[{ i: 0, signals: ['a:b'] }], [{ i: 1, signals: ['a:b'] }]],
    };
    const fields = [0, 1].map((i) => ({ i, label: 'new', visible: true, form: i }));
    const scores = gradePages({ p: { fields } }, { p: report }, ['p'], weights);
    expect(scores.p?.right).toBe(true);
  });
});
