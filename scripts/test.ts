// `npm test`: runs every check, those that fail soonest first, and stops at the first failure.
import { spawnSync } from 'node:child_process';

const STEPS: readonly (readonly [string, readonly string[]])[] = [
  ['format and lint', ['npm', 'run', 'lint']],
  ['types', ['npm', 'run', 'types']],
  ['unit and component tests', ['npm', 'run', 'test:unit', '--', '--coverage', '--exclude', '**/*.draws.*']],
  // Measuring coverage makes millions of draws five times slower.
  ['unit tests that draw by the million', ['npm', 'run', 'test:unit', '--', '.draws.']],
  ['the companion server', ['npm', 'run', 'test:server']],
  ['build for Chromium and Firefox', ['npm', 'run', 'build']],
  ['the built extension in real browsers', ['npm', 'run', 'test:e2e']],
];

for (const [name, [command = '', ...args]] of STEPS) {
  const started = performance.now();
  console.log(`\n── ${name}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`── ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  if (status !== 0) process.exit(1);
}
