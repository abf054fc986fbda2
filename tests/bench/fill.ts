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
import { ordinaryPage } from './finding/ordinary-page.ts';
import type { Times } from './finding/timed.ts';

// npm run bench:fill: what finding the fields costs, in the isolated world of an extension in Chromium, beside one
// look at every element of the page and at the style of its inputs.
const SIZES = [1_000, 10_000, 100_000];
const LIMITS = { ratio: 4, exponent: 1.1, bytes: 14_000 };

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
const results: Times[] = [];
try {
  for (const size of SIZES) results.push(await timesAt(size));
} finally {
  await launched.close();
  server.close();
  rmSync(extension, { recursive: true });
}
tell();

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
  const [small, middle, large] = results;
  if (!small || !middle || !large) return;
  tellGrowth(small, middle);
  tellGrowth(middle, large);
  // Of three sizes, each ten times the one before, this is also the slope of the line that fits best.
  tellGrowth(small, large);
  const script = readFileSync(path.join(buildExtension('chromium'), 'fill.js'));
  console.log(`the fill script: ${gzipSync(script).length} bytes gzipped (limit ${LIMITS.bytes})`);
}

/** The exponents of the time over the number of elements: 1 is linear. */
function tellGrowth(from: Times, to: Times): void {
  const exponent = (part: 'find' | 'look') =>
    (Math.log(to[part] / from[part]) / Math.log(to.nodes / from.nodes)).toFixed(2);
  console.log(
    `from ${from.nodes} to ${to.nodes}: exponent ${exponent('find')} (limit ${LIMITS.exponent}), that of the look ${exponent('look')}`,
  );
}
