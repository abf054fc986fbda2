import { DEFAULT_OPTIONS } from '../../lib/generator/index.ts';
import { generateWithin } from '../../lib/site-rules/generate-within.ts';
import { mergeRules } from '../../lib/site-rules/merge.ts';
import type { RawSources } from '../../lib/site-rules/read-sources.ts';
import { isRecipe, MAX_RECIPES, type Recipes } from '../../lib/site-rules/recipes/recipe.ts';
import { recipeFor } from '../../lib/site-rules/recipes/recipe-changes.ts';
import { exportRecipes } from '../../lib/site-rules/recipes/recipes.ts';
import { loadSiteList, rulesForHost } from '../../lib/site-rules/site-list/site-list.ts';
import { HOSTILE_PATTERNS, hostilePage, hostileRecipes } from '../support/hostile-sources.ts';
import { importRecipes } from '../support/import-recipes.ts';
import { readBenchArguments } from './arguments.ts';
import { atMost, table, writePerformance } from './performance-doc.ts';

const HELP = `npm run bench:budget -- [ROUNDS]   what hostile pages and files of saved options cost, in ROUNDS rounds (15)
  --write                          writes the figures into docs/performance.md too`;
const { count: rounds, write, args } = readBenchArguments(HELP, 15);

/** The aims: times the reference loop, milliseconds, and times a fill without the file. */
const AIMS = { page: 25, importMs: 1000, fill: 1.1 };

/** Milliseconds of this thread's processor time, which other work on the computer hardly changes. */
function timed(task: () => unknown): number {
  const before = process.threadCpuUsage();
  task();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;

/** Ten million steps of a simple generator of numbers, the yardstick of each computer. */
function referenceLoop(): number {
  let state = 1;
  for (let i = 0; i < 1e7; i++) state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
  return state;
}

/** Reads all that a page says, and makes a password within it. */
const fill = (raw: RawSources) => generateWithin(DEFAULT_OPTIONS, mergeRules(raw));

/** The time of a page against the reference loop: the very first time, and the median of the others. */
function pageRow(name: string, raw: RawSources): string[] {
  const first = timed(() => fill(raw)) / timed(referenceLoop);
  const ratios = Array.from({ length: rounds }, () => timed(() => fill(raw)) / timed(referenceLoop));
  const [often, most] = [median(ratios), Math.max(first, ...ratios)];
  console.log(`${name.padEnd(24)}${first.toFixed(1).padStart(8)}${often.toFixed(1).padStart(8)}`);
  return [name, atMost(AIMS.page, first, 1, ' ×'), atMost(AIMS.page, often, 1, ' ×'), `${most.toFixed(1)} ×`];
}

const { rules } = await loadSiteList();
const listed = [...rules.values()];
const HONEST: Recipes = Object.fromEntries(
  Array.from({ length: MAX_RECIPES }, (_, i) => [`s${i}.example`, listed[i % listed.length] as string]),
);
const ORDINARY: RawSources = {
  minLength: 8,
  texts: ['Password', 'At least 8 characters, with a number and one of !@#$%', 'Confirm your password'],
};

/** A fill of a site without saved options, from what the storage gives. */
function fillAfter(stored: Recipes): void {
  const recipes = Object.fromEntries(structuredClone(Object.entries(stored)).filter(isRecipe));
  const own = rulesForHost({ rules: { get: (name) => recipeFor(recipes, name) } }, 'shop.example');
  fill({ ...ORDINARY, own });
}

/** What an import costs, and a later fill against one without the file, both timed in turn. */
function fileRow(name: string, recipes: Recipes): string[] {
  const file = exportRecipes(recipes).replaceAll(/\n */g, '');
  const read = importRecipes(file);
  const checked = median(Array.from({ length: rounds }, () => timed(() => importRecipes(file))));
  const many = (stored: Recipes) => timed(() => Array.from({ length: 40 }, () => fillAfter(stored)));
  const ratios = Array.from({ length: rounds }, (_, i) => {
    // Each goes first in turn.
    const [a, b] = i % 2 ? [many(recipes), many({})] : [many({}), many(recipes)].reverse();
    return (a as number) / (b as number);
  });
  const outcome = read.ok ? 'read' : `refused for ${read.errors[0]?.host}`;
  console.log(`${name}: ${outcome} in ${checked.toFixed(0)} ms, a later fill ${median(ratios).toFixed(2)} ×`);
  const size = `${name} (${(file.length / 1000).toFixed(0)} kB)`;
  const isHostile = recipes !== HONEST;
  return [
    size,
    outcome,
    atMost(AIMS.importMs, checked, 0, ' ms'),
    atMost(isHostile ? AIMS.fill : Number.POSITIVE_INFINITY, median(ratios), 2, ' ×'),
  ];
}

console.log(
  `${'hostile page'.padEnd(24)}${'first'.padStart(8)}${'median'.padStart(8)}   times the reference loop`,
);
const pages = Object.entries(HOSTILE_PATTERNS).map(([name, pattern]) => pageRow(name, hostilePage(pattern)));
console.log();
const files = [fileRow('hostile', hostileRecipes()), fileRow('2,000 sites of the public list', HONEST)];

if (write) {
  writePerformance({
    script: 'bench:budget',
    args,
    parts: [
      table([`pattern of the page (aim: at most ${AIMS.page} ×)`, 'first', 'median', 'longest'], pages),
      table(
        [
          'imported file',
          'outcome',
          `import (aim: at most ${AIMS.importMs} ms)`,
          `a later fill, against one without the file (aim: at most ${AIMS.fill} ×)`,
        ],
        files,
        2,
      ),
    ],
  });
}
