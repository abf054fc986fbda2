import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchBrowser } from '../../scripts/browsers/launch.ts';
import { ensureBrowsers } from '../../scripts/browsers.ts';
import { buildExtension } from '../../scripts/demo/build.ts';
import { bundleScript } from '../../scripts/forms/bundle.ts';
import { readBenchArguments } from './arguments.ts';
import { ordinaryPage } from './finding/ordinary-page.ts';
import type { Times } from './finding/timed.ts';
import { atMost, rounded, table, writePerformance } from './performance-doc.ts';

const HELP = `npm run bench:fill   what finding the fields costs, in the isolated world of an extension in Chromium, beside one
                     look at every element of the page and at the style of its inputs
  --write            writes the figures into docs/performance.md too`;
const { write, args } = readBenchArguments(HELP);
const SIZES = [1_000, 10_000, 100_000];
const LIMITS = { ratio: 4, exponent: 1.1, bytes: 16_000 };

const extension = mkdtempSync(path.join(tmpdir(), 'passmint-bench-'));
const script = await bundleScript(new URL('finding/timed.ts', import.meta.url));
writeFileSync(path.join(extension, 'timed.js'), script);
cpSync(new URL('finding/manifest.json', import.meta.url).pathname, path.join(extension, 'manifest.json'));

/** Serves pages of so many elements, isolated, so that the clock runs in steps of 5 µs and not of 100. */
const server = createServer(({ url }, reply) => {
  reply.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  });
  reply.end(ordinaryPage(Number(url?.slice(1)) || 1));
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;

const [browser] = ensureBrowsers(['chromium']);
if (!browser) throw new Error('Chromium was not found.');
const launched = await launchBrowser({ browser, extension, headless: true, forTests: true });
const version = (await launched.driver.version()).replace(/^.*\//, '');
const results: Times[] = [];
try {
  for (const size of SIZES) results.push(await timesAt(size));
} finally {
  await launched.close();
  server.close();
  rmSync(extension, { recursive: true });
}
const bytes = gzipSync(readFileSync(path.join(buildExtension('chromium'), 'fill.js'))).length;
tell();
if (write) writePerformance({ script: 'bench:fill', args, parts: [costs(), exponents()], chromium: version });

async function timesAt(size: number): Promise<Times> {
  const page = await launched.driver.newPage();
  await page.goto(`http://localhost:${port}/${size}`, { timeout: 0 });
  const result = await page.waitForFunction(() => document.documentElement.dataset.times, { timeout: 0 });
  const times = JSON.parse((await result.jsonValue()) ?? '') as Times;
  await page.close();
  return times;
}

function tell(): void {
  for (const { nodes, fields, find, look, first } of results) {
    const ms = (time: number) => `${time.toFixed(3)} ms`;
    console.log(
      `${nodes} elements: finding ${fields} fields ${ms(find)}, one look ${ms(look)}, ratio ${(find / look).toFixed(2)} (limit ${LIMITS.ratio}); the first time ${ms(first)}`,
    );
  }
  for (const [from, to] of pairs()) {
    const [find, look] = [exponent('find', from, to).toFixed(2), exponent('look', from, to).toFixed(2)];
    console.log(
      `from ${from.nodes} to ${to.nodes}: exponent ${find} (limit ${LIMITS.exponent}), that of the look ${look}`,
    );
  }
  console.log(`the fill script: ${bytes} bytes gzipped (limit ${LIMITS.bytes})`);
}

/**
 * Pairs of sizes to compare for growth. Of three, each ten times the previous, the outer two also give the
 * best line.
 */
function pairs(): [Times, Times][] {
  const [small, middle, large] = results;
  if (!small || !middle || !large) return [];
  return [
    [small, middle],
    [middle, large],
    [small, large],
  ];
}

/** The exponent of the time over the number of elements: 1 is linear. */
function exponent(part: 'find' | 'look', from: Times, to: Times): number {
  return Math.log(to[part] / from[part]) / Math.log(to.nodes / from.nodes);
}

/** How the cost compares with the look, by size. */
function costs(): string {
  const ms = (time: number) => `${rounded(time)} ms`;
  return table(
    [
      'elements',
      `finding, against one look (aim: at most ${LIMITS.ratio})`,
      'finding',
      'one look',
      'first time',
    ],
    results.map(({ nodes, find, look, first }) => [
      count(nodes),
      atMost(LIMITS.ratio, find / look, 1, ' ×'),
      ...[find, look, first].map(ms),
    ]),
  );
}

/** How the cost grows, and the size of the script. */
function exponents(): string {
  const rows = pairs().map(([from, to]) => [
    `exponent from ${count(from.nodes)} to ${count(to.nodes)} elements`,
    atMost(LIMITS.exponent, exponent('find', from, to), 2),
    exponent('look', from, to).toFixed(2),
    `${LIMITS.exponent} or less`,
  ]);
  const size = atMost(LIMITS.bytes, bytes, 0);
  return table(
    ['', 'finding', 'one look', 'aim'],
    [...rows, ['fill script, bytes gzipped', size, '', `${count(LIMITS.bytes)} or less`]],
  );
}

function count(elements: number): string {
  return elements.toLocaleString('en-US');
}
