import path from 'node:path';
import { generate as generatePassphrase } from 'generate-passphrase';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type RolldownPluginOption, rolldown } from 'rolldown';
import { loadWordList } from '../../lib/generator/index.ts';
import { ensureBrowsers } from '../../scripts/browsers.ts';
import { readBenchArguments } from './arguments.ts';
import { type Job, measure } from './contest.ts';
import { coldStarts, type Fluency, million } from './fluency.ts';
import { bytesDrawn, jobs } from './jobs.ts';
import { writePerformance } from './performance-doc.ts';
import { type Result, report, reportFluency } from './report.ts';
import { contestTable, limitsTable } from './report-tables.ts';

const HELP = `npm run bench -- [ROUNDS]   times this generator beside its peers in ROUNDS rounds (61), in Node and in Chromium
  --write                   writes the figures into docs/performance.md too`;
const { count: rounds, write, args } = readBenchArguments(HELP, 61);

async function inNode(all: readonly Job[]): Promise<Result> {
  return { rows: measure(all, rounds), drawn: bytesDrawn(all) };
}

/** Gives the page's crypto to peers that import Node's or sodium, as bundlers' polyfills do. */
const pageCrypto: RolldownPluginOption = {
  name: 'page-crypto',
  resolveId: (source) =>
    ['crypto', 'node:crypto', 'sodium-native'].includes(source)
      ? path.resolve('tests/bench/node-crypto.ts')
      : null,
};

async function bundled(): Promise<string> {
  const bundle = await rolldown({ input: 'tests/bench/page.ts', platform: 'browser', plugins: [pageCrypto] });
  const { output } = await bundle.generate({ format: 'iife', codeSplitting: false });
  return output[0].code;
}

/** A page of its own process, whose clock runs in steps of 5 µs and not of 100. */
async function isolatedPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  const headers = {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  };
  await page.route('http://localhost/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '', headers }),
  );
  await page.goto('http://localhost/');
  return page;
}

async function inChromium(): Promise<{ result: Result; version: string; fluency: Fluency }> {
  const [found] = ensureBrowsers(['chromium']);
  if (!found) throw new Error('Chromium was not found.');
  const browser = await chromium.launch({
    executablePath: found.path,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await isolatedPage(browser);
  await page.addScriptTag({ content: await bundled() });
  const result = (await page.evaluate(`contest(${rounds})`)) as Result;
  const version = browser.version();
  const fluency = { cold: await coldStarts(browser, 15), ...(await million(browser)) };
  await browser.close();
  return { result, version, fluency };
}

const all = jobs(await loadWordList('eff-long'), [
  {
    name: 'generate-passphrase',
    exact: 'no',
    make: () => generatePassphrase({ length: 6, numbers: false }),
  },
]);
const node = await inNode(all);
console.log(report(`Node ${process.version}`, all, node));
const { result, version, fluency } = await inChromium();
console.log(report(`Chromium ${version}`, all, result));
console.log(reportFluency(fluency));
if (write) {
  const places = { Node: node, Chromium: result };
  const parts = [contestTable(all, places), limitsTable(all, places, fluency)];
  writePerformance({ script: 'bench', args, parts, chromium: version });
}
