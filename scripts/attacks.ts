// `npm run attacks [-- FAMILY... --browser NAME]`: carries out every attack of tests/e2e/attacks in both
// browsers, with races of a thousand rounds, prints how each ended, and fails if one succeeded. Build first.
import { parseArgs } from 'node:util';
import { FAMILIES } from '../tests/e2e/attacks/all.ts';
import { carryOut, openArena } from '../tests/e2e/attacks/arena.ts';
import type { Attack } from '../tests/e2e/attacks/attack.ts';

const { values, positionals: wanted } = parseArgs({
  options: { browser: { type: 'string' } },
  allowPositionals: true,
});
const BROWSERS = (['chromium', 'firefox'] as const).filter((name) => (values.browser ?? name) === name);
if (BROWSERS.length === 0) throw new Error('The browsers are chromium and firefox.');
const families = FAMILIES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
if (families.length === 0) throw new Error(`Families: ${FAMILIES.map(({ name }) => name).join(', ')}.`);

interface Cell {
  readonly mark: 'held' | 'SUCCEEDED' | 'ERROR' | '–';
  readonly note: string;
}

async function attempt(attack: Attack, arena: Awaited<ReturnType<typeof openArena>>): Promise<Cell> {
  const missing = attack.missing?.[arena.browser.name];
  if (missing) return { mark: '–', note: missing };
  try {
    const result = await carryOut(attack, arena);
    return { mark: result?.succeeded ? 'SUCCEEDED' : 'held', note: result?.detail ?? '' };
  } catch (error) {
    return { mark: 'ERROR', note: String(error).split('\n')[0]?.slice(0, 200) ?? '' };
  }
}

const rows = new Map<string, Cell[]>();
for (const browser of BROWSERS) {
  const arena = await openArena(browser, true);
  try {
    for (const family of families) {
      for (const attack of family.attacks) {
        const started = performance.now();
        const cell = await attempt(attack, arena);
        const name = `${family.name}: ${attack.name}`;
        rows.set(name, [...(rows.get(name) ?? []), cell]);
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        console.error(`${browser}, ${seconds} s: ${cell.mark} · ${name} · ${cell.note}`);
      }
    }
  } finally {
    await arena.close();
  }
}

console.log(`| attack | ${BROWSERS.join(' | ')} | note |\n|---|${BROWSERS.map(() => '---|').join('')}---|`);
for (const [name, cells] of rows) {
  const notes = [...new Set(cells.map(({ note }) => note))].join(' / ').replaceAll('|', '\\|');
  console.log(`| ${name} | ${cells.map(({ mark }) => mark).join(' | ')} | ${notes} |`);
}
const marks = [...rows.values()].flat().map(({ mark }) => mark);
const count = (mark: Cell['mark']) => marks.filter((one) => one === mark).length;
console.log(
  `\n${count('held')} held, ${count('SUCCEEDED')} succeeded, ${count('ERROR')} could not be carried out.`,
);
process.exitCode = count('SUCCEEDED') + count('ERROR') > 0 ? 1 : 0;
