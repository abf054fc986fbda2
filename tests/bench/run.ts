import path from 'node:path';
import { generate as generatePassphrase } from 'generate-passphrase';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type RolldownPluginOption, rolldown } from 'rolldown';
import { loadWordList } from '../../lib/generator/index.ts';
import { type Job, measure, type Row } from './contest.ts';
import { coldStarts, million } from './fluency.ts';
import { bytesDrawn, jobs } from './jobs.ts';
import { report } from './report.ts';

// npm run bench [rounds]: this generator beside its peers, in Node and in a page in Chromium.
const rounds = Number(process.argv[2] ?? 61);

interface Result {
  rows: Row[];
  drawn: Record<string, number>;
}

async function inNode(all: readonly Job[]): Promise<Result> {
  return { rows: measure(all, rounds), drawn: bytesDrawn(all) };
}

/** Peers that ask for Node's crypto, or for sodium, get the page's, as bundlers' polyfills give it. */
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

async function inChromium(): Promise<{ result: Result; version: string; fluency: string }> {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await isolatedPage(browser);
  await page.addScriptTag({ content: await bundled() });
  const result = (await page.evaluate(`contest(${rounds})`)) as Result;
  const version = browser.version();
  const cold = await coldStarts(browser, 15);
  const { seconds, stills } = await million(browser);
  await browser.close();
  const still = (share: number) => stills[Math.floor(share * (stills.length - 1))]?.toFixed(1);
  const fluency = [
    `\n  first password from a cold module: median ${cold[7]?.toFixed(2)} ms, best ${cold[0]?.toFixed(2)} ms`,
    `  1,000,000 different passwords: ${seconds.toFixed(1)} s in ${stills.length} chunks`,
    `    the page stood still for ${still(0.5)} ms at a time (median), ${still(0.99)} ms (99 of 100), ${still(1)} ms (longest)`,
  ].join('\n');
  return { result, version, fluency };
}

const all = jobs(await loadWordList('eff-long'), [
  {
    name: 'generate-passphrase',
    exact: 'no',
    make: () => generatePassphrase({ length: 6, numbers: false }),
  },
]);
console.log(report(`Node ${process.version}`, all, await inNode(all)));
const { result, version, fluency } = await inChromium();
console.log(report(`Chromium ${version}`, all, result));
console.log(fluency);
