import { parseArgs } from 'node:util';
import { ensureBrowsers, findBrowser } from './browsers.ts';
import { gradePage, type PageGrade, totalsOf } from './forms/grade.ts';
import type { PageReport } from './forms/in-page.ts';
import { type LabelledField, type Labels, readLabels } from './forms/labelled-pages.ts';
import { reportPages } from './forms/open-pages.ts';

const HELP = `npm run eval:forms -- FOLDER   scores the classifier on the labelled forms in FOLDER/pages
  --no-autocomplete            removes every autocomplete attribute from the pages first
  --only TEXT                  only pages with TEXT in their name`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'no-autocomplete': { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    help: { type: 'boolean' },
  },
});
const [folder] = positionals;
if (values.help || !folder) console.log(HELP);
else await evaluate(folder);

async function evaluate(folder: string): Promise<void> {
  const all = Object.entries(readLabels(folder)).filter(([name]) => name.includes(values.only));
  const labels: Labels = Object.fromEntries(all);
  const { path } = findBrowser('chromium') ?? ensureBrowsers(['chromium'])[0] ?? {};
  if (!path) throw new Error('Chromium was not found.');
  const dropAutocomplete = values['no-autocomplete'];
  const reports = await reportPages({ folder, labels, executablePath: path }, { dropAutocomplete });
  const scores = all.map(([name, page]) => {
    const targets = new Set(reports[name]?.targets);
    return { name, set: page.set ?? '', ...gradePage(page, targets) };
  });
  for (const { name, ...score } of scores) {
    if (!score.right) printFailure(name, score, labels[name]?.fields ?? [], reports[name]);
  }
  const sets = [...new Set(scores.map(({ set }) => set))];
  if (sets.length > 1)
    for (const set of sets)
      printTotals(
        set,
        scores.filter((score) => score.set === set),
      );
  printTotals('all', scores);
}

/** Prints every field that was filled wrongly or not filled, with the reasons. */
function printFailure(
  name: string,
  score: PageGrade,
  fields: readonly LabelledField[],
  report: PageReport | undefined,
): void {
  console.log(`${score.missed ? 'MISSED' : 'WRONG '} ${name}`);
  const missed = score.missed ? fields.filter(({ label, visible }) => label === 'new' && visible) : [];
  for (const { i, label, name, id } of [...score.wrong, ...missed]) {
    const { role, score, reasons } = report?.fields.find((one) => one.i === i) ?? {};
    const why = role
      ? `taken for ${role} by ${score?.toFixed(1)}: ${reasons?.join(', ')}`
      : 'not found as a field';
    console.log(`    ${label} ${i} ${name || id || ''}: ${why}`);
  }
}

function printTotals(title: string, scores: Parameters<typeof totalsOf>[0]): void {
  const { pages, right, positive, missed, hits, wrongFields } = totalsOf(scores);
  const share = (part: number, whole: number) =>
    whole ? `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)` : 'none';
  console.log(
    `${title}: right ${share(right, pages)}; precision ${share(hits, hits + wrongFields)} fields filled; recall ${share(positive - missed, positive)} pages to be filled; wrong fields ${wrongFields}`,
  );
}
