import path from 'node:path';
import { generate as generatePassphrase } from 'generate-passphrase';
import { chromium } from 'playwright-core';
import { type RolldownPluginOption, rolldown } from 'rolldown';
import { loadWordList } from '../../lib/generator/index.ts';
import { type Job, measure, type Row } from './contest.ts';
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

async function inChromium(): Promise<{ result: Result; version: string }> {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage();
  await page.addScriptTag({ content: await bundled() });
  const result = (await page.evaluate(`contest(${rounds})`)) as Result;
  const version = browser.version();
  await browser.close();
  return { result, version };
}

const all = jobs(await loadWordList('eff-long'), [
  {
    name: 'generate-passphrase',
    exact: 'no',
    make: () => generatePassphrase({ length: 6, numbers: false }),
  },
]);
console.log(report(`Node ${process.version}`, all, await inNode(all)));
const { result, version } = await inChromium();
console.log(report(`Chromium ${version}`, all, result));
