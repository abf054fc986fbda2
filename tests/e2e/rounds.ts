// `npm run rounds -- 200`: fills two windows at once, that many times, and reports how many passwords were
// lost. `npm test` runs one round. Build first.
import { fillAtOnce } from './fill-at-once.ts';

const rounds = Number(process.argv[2] ?? 200);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('Give the number of rounds, such as 200.');
const { used, lost } = await fillAtOnce(rounds);
console.log(`${rounds} rounds, ${used} passwords, ${lost} lost`);
process.exitCode = lost > 0 ? 1 : 0;
