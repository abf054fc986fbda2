// `npm run fuzz -- --minutes 30 [--only PROPERTY] [--runs 2000]`: feeds random inputs to the properties of
// fuzz.test.ts, each round with a seed of its own in a process of its own. It prints every fault with the
// smallest input that shows it, and the input of a check that does not return.
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs, stripVTControlCharacters } from 'node:util';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    runs: { type: 'string', default: '2000' },
    only: { type: 'string' },
  },
});

/** The longest time that one check may take of its thread, in milliseconds. */
const LIMIT_MS = 1000;
/** After this time, in milliseconds, a check has not only been slow. */
const HANGS_MS = 60_000;

const folder = mkdtempSync(path.join(tmpdir(), 'passmint-fuzz-'));
const inputFile = path.join(folder, 'input');

/** When the last check began, in milliseconds since 1970; `undefined` before the first. */
function lastInputAt(): number | undefined {
  return statSync(inputFile, { throwIfNoEntry: false })?.mtimeMs;
}

/** One round; resolves with what it has to tell, or nothing. */
function round(seed: number): Promise<string> {
  rmSync(inputFile, { force: true });
  const env = {
    ...process.env,
    FUZZ_SEED: String(seed),
    FUZZ_RUNS: values.runs,
    FUZZ_LIMIT_MS: String(LIMIT_MS),
    FUZZ_INPUT_FILE: inputFile,
    ...(values.only && { FUZZ_ONLY: values.only }),
  };
  // A process, and not a worker, because only a process can be ended while it hangs.
  const child = spawn('node', ['node_modules/vitest/vitest.mjs', 'run', 'tests/fuzz', '--pool=threads'], {
    env,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
  return new Promise((resolve) => {
    const watchdog = setInterval(() => {
      const began = lastInputAt();
      if (began === undefined || Date.now() - began < HANGS_MS) return;
      child.kill('SIGKILL');
      resolve(`A check does not return. ${readFileSync(inputFile, 'utf8')}`);
    }, 500);
    child.on('close', (code) => {
      clearInterval(watchdog);
      resolve(code === 0 ? '' : faultsIn(stripVTControlCharacters(output)));
    });
  });
}

/** The failures in the output of the tests. */
function faultsIn(output: string): string {
  const at = output.indexOf('Failed Tests');
  return (at < 0 ? output : output.slice(at)).replace(/^\s*at .*\n/gm, '').slice(0, 6000);
}

const endsAt = Date.now() + Number(values.minutes) * 60_000;
let [rounds, faulty] = [0, 0];
while (Date.now() < endsAt) {
  const seed = randomInt(2 ** 31);
  const faults = await round(seed);
  rounds++;
  if (faults) faulty++;
  console.log(`${new Date().toISOString()} seed ${seed}: ${faults ? `FAULT\n${faults}` : 'no fault'}`);
}
rmSync(folder, { recursive: true, force: true });
console.log(`${rounds} rounds of ${values.runs} runs, ${faulty} of them with faults`);
process.exitCode = faulty > 0 ? 1 : 0;
