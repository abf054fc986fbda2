// `npm run races -- --copies 1000 --pairs 500`: copies passwords at the end of fills, fills two windows at
// once, and reports how many passwords were lost. `npm test` runs a round of each. Build first.
import { parseArgs } from 'node:util';
import { copyAtEnd } from './copy-at-end.ts';
import { fillAtOnce } from './fill-at-once.ts';

const { values } = parseArgs({
  options: { copies: { type: 'string', default: '1000' }, pairs: { type: 'string', default: '500' } },
});
const countOf = (text: string) => {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 0) throw new Error(`“${text}” is not a number of rounds.`);
  return count;
};

let isLost = false;
for (const [name, race, count] of [
  ['copies at the end of a fill', copyAtEnd, countOf(values.copies)],
  ['pairs of fills at once', fillAtOnce, countOf(values.pairs)],
] as const) {
  if (count === 0) continue;
  const started = performance.now();
  const { rounds, used, lost } = await race(count);
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${count} ${name}: ${rounds} rounds, ${used} passwords, ${lost} lost, in ${seconds} s`);
  isLost ||= lost > 0;
}
process.exitCode = isLost ? 1 : 0;
