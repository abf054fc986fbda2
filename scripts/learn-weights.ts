import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBrowsers, findBrowser } from './browsers.ts';
import { crossValidate, gradePages, samplesOf } from './forms/cross-validate.ts';
import type { PageGrade } from './forms/grade.ts';
import type { PageReport } from './forms/in-page.ts';
import { type LabelledPage, readLabels } from './forms/labelled-pages.ts';
import { learnWeights, type Weights } from './forms/learn.ts';
import { reportPages } from './forms/open-pages.ts';

const HELP = `npm run learn:weights -- FOLDER...   learns the classifier's weights from folders of labelled forms, writes
                                     lib/content/detect/weights.ts, and scores it on sites not learnt from
  --weights N                     how many weights to keep`;

const FILE = fileURLToPath(new URL('../lib/content/detect/weights.ts', import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { weights: { type: 'string', default: '208' }, help: { type: 'boolean' } },
});
if (values.help || positionals.length === 0) console.log(HELP);
else await learnFrom(positionals, Number(values.weights));

async function learnFrom(folders: readonly string[], most: number): Promise<void> {
  const { path } = findBrowser('chromium') ?? ensureBrowsers(['chromium'])[0] ?? {};
  if (!path) throw new Error('Chromium was not found.');
  const labels: Record<string, LabelledPage> = {};
  const reports: Record<string, PageReport> = {};
  for (const folder of folders) {
    const added = readLabels(folder);
    const twice = Object.keys(added).find((name) => name in labels);
    if (twice) throw new Error(`${twice} is in two of the folders: rename one of the pages.`);
    Object.assign(labels, added);
    Object.assign(reports, await reportPages({ folder, labels: added, executablePath: path }));
  }
  const names = Object.keys(labels);
  const weights = learnWeights(samplesOf(labels, reports, names), most);
  writeFileSync(FILE, sourceOf(weights));
  console.log(`${weights.of.size} weights written; format them by npm run format.`);
  printScores('on the sites learnt from', gradePages(labels, reports, names, weights));
  printScores('on sites not learnt from', crossValidate(labels, reports, most));
}

function printScores(title: string, scores: Readonly<Record<string, PageGrade>>): void {
  const all = Object.values(scores);
  const right = all.filter((score) => score.right).length;
  const wrong = all.reduce((sum, score) => sum + score.wrong.length, 0);
  console.log(
    `${title}: ${right} of ${all.length} pages right (${((100 * right) / all.length).toFixed(1)} %), ${wrong} wrong fields`,
  );
  for (const [name, score] of Object.entries(scores)) {
    if (!score.right)
      console.log(
        `  ${score.missed ? 'missed' : 'wrong '} ${name} ${score.wrong.map(({ name, id }) => name || id).join(' ')}`,
      );
  }
}

function sourceOf({ bias, of }: Weights): string {
  const placeOf = (signal: string) => signal.slice(0, signal.indexOf(':'));
  const lines = [...new Set([...of.keys()].map(placeOf))].sort().map((place) => {
    const weights = [...of].filter(([signal]) => placeOf(signal) === place);
    const entries = weights.map(
      ([signal, weight]) => `'${signal.slice(place.length + 1)}': ${Math.round(10 * weight)}`,
    );
    return `  '${place}': { ${entries.sort().join(', ')} },`;
  });
  return `// Written by \`npm run learn:weights\`, to be read but not edited.
/** The score that every field starts with, in tenths of the log odds that it takes a new password. */
export const BIAS = ${Math.round(10 * bias)};

/** What each signal adds to the score, by place and topic; \`1.1 button\` applies to a lone field only. */
export const WEIGHTS: { readonly [place: string]: { readonly [what: string]: number } } = {
${lines.join('\n')}
};
`;
}
