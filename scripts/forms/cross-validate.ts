import { fieldsToFill, likeliestGroup } from '../../lib/content/detect/choose.ts';
import { gradePage, type PageGrade } from './grade.ts';
import type { PageReport } from './in-page.ts';
import { type Labels, siteOf } from './labelled-pages.ts';
import { learnWeights, type Sample, type Weights } from './learn.ts';

const FOLDS = 10;
const COUNTED = new Set(['current', 'notnew', 'other', 'new']);

/** The samples of some pages: their candidates whose label says whether they take a new password. */
export function samplesOf(
  labels: Labels,
  reports: Readonly<Record<string, PageReport>>,
  names: readonly string[],
): Sample[] {
  return names.flatMap((name) => {
    const fields = new Map(labels[name]?.fields.map((field) => [field.i, field.label]));
    const candidates = reports[name]?.groups.flat() ?? [];
    return candidates.flatMap(({ i, signals }) => {
      const label = fields.get(i) ?? '';
      if (!COUNTED.has(label)) return [];
      const weight = labels[name]?.weight ?? 1;
      return [{ signals, positive: label === 'new', weight }];
    });
  });
}

/** Scores every page by weights that were learnt from other sites alone. */
export function crossValidate(
  labels: Labels,
  reports: Readonly<Record<string, PageReport>>,
  most: number,
): Record<string, PageGrade> {
  const names = Object.keys(labels);
  const foldOf = (name: string) => hash(siteOf(name, labels[name] ?? { fields: [] })) % FOLDS;
  return Object.assign(
    {},
    ...Array.from({ length: FOLDS }, (_, fold) => {
      const weights = learnWeights(
        samplesOf(
          labels,
          reports,
          names.filter((name) => foldOf(name) !== fold),
        ),
        most,
      );
      return gradePages(
        labels,
        reports,
        names.filter((name) => foldOf(name) === fold),
        weights,
      );
    }),
  );
}

/** Scores pages by the given weights. */
export function gradePages(
  labels: Labels,
  reports: Readonly<Record<string, PageReport>>,
  names: readonly string[],
  weights: Weights,
): Record<string, PageGrade> {
  const scoreOf = (signals: readonly string[]) =>
    signals.reduce((sum, signal) => sum + (weights.of.get(signal) ?? 0), weights.bias);
  return Object.fromEntries(
    names.map((name) => {
      const groups = (reports[name]?.groups ?? []).map((group) => ({
        candidates: group.map(({ i, signals }) => ({
          i,
          signals: new Set(signals),
          score: scoreOf(signals),
        })),
      }));
      const targets = fieldsToFill(likeliestGroup(groups)?.candidates ?? []);
      return [name, gradePage(labels[name] ?? { fields: [] }, new Set(targets.map(({ i }) => i)))];
    }),
  );
}

function hash(text: string): number {
  let sum = 7;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return sum;
}
