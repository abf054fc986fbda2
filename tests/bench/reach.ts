import { chromium } from 'playwright-core';
import { ensureBrowsers } from '../../scripts/browsers.ts';
import { bundleScript } from '../../scripts/forms/bundle.ts';
import { readBenchArguments } from './arguments.ts';
import type { ReachTimes } from './finding/reach-timed.ts';
import { atMost, rounded, table, writePerformance } from './performance-doc.ts';

const HELP = `npm run bench:reach   what it costs to judge which of 10,000 fields a person can see and scroll to, in
                      Chromium, beside the look that asked each field for its own box only
  --write             writes the figures into docs/performance.md too`;
const { write, args } = readBenchArguments(HELP);
const FIELDS = 10_000;
const SCROLLERS = 50;
const LIMIT = 1.5;

/** The fields by what is around each of them, all in the innermost scroller. */
const PAGES = {
  'bare fields': '<input type="password">',
  'fields in labels': '<label>Password <input type="password"></label>',
  'fields in wrappers': '<div class="row"><input type="password"></div>',
};

const pageOf = (field: string) =>
  `<!doctype html><style>.box{overflow:auto;height:100%}html,body{height:100%}</style>${'<div class="box">'.repeat(SCROLLERS)}${field.repeat(FIELDS)}`;

const [browser] = ensureBrowsers(['chromium']);
if (!browser) throw new Error('Chromium was not found.');
const script = await bundleScript(new URL('finding/reach-timed.ts', import.meta.url));
const launched = await chromium.launch({
  executablePath: browser.path,
  args: ['--no-sandbox', '--disable-gpu'],
});
const rows: string[][] = [];
for (const [name, field] of Object.entries(PAGES)) {
  const { before, now, seenBefore, seenNow } = await timesOn(pageOf(field));
  const ratio = now / before;
  console.log(
    `${FIELDS} ${name} under ${SCROLLERS} scrollers: ${now.toFixed(1)} ms, before ${before.toFixed(1)} ms, ratio ${ratio.toFixed(2)} (limit ${LIMIT}); seen ${seenNow}, before ${seenBefore}`,
  );
  rows.push([name, atMost(LIMIT, ratio, 2, ' ×'), `${rounded(now)} ms`, `${rounded(before)} ms`]);
}
const version = launched.version();
await launched.close();
if (write) {
  const head = [
    '10,000 fields under 50 scrollers',
    `against the own box alone (aim: at most ${LIMIT})`,
    'now',
    'own box alone',
  ];
  writePerformance({ script: 'bench:reach', args, parts: [table(head, rows)], chromium: version });
}

async function timesOn(html: string): Promise<ReachTimes> {
  const page = await launched.newPage();
  await page.setContent(html);
  await page.addScriptTag({ content: script });
  const times = await page.evaluate<ReachTimes>('timeReach()');
  await page.close();
  return times;
}
