import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Installs Debian's packages where this is root on Debian. */
export function installPackages(...packages: string[]): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(`Installing ${packages.join(', ')}.`);
  const apt = (...args: string[]) => spawnSync('apt-get', ['-qq', ...args], { stdio: 'inherit' });
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
}

const isThere = (program: string) =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

/**
 * Whether these programs can be run, each of which Debian has in a package of its name. Those that are
 * missing are installed; says loudly what is left out without one.
 */
export function canRun(programs: readonly string[], what: string): boolean {
  const missing = () => programs.filter((program) => !isThere(program));
  if (missing().length > 0) installPackages(...missing());
  const left = missing();
  if (left.length > 0) console.warn(`LEFT OUT: ${what}, because ${left.join(', ')} cannot be run here.`);
  return left.length === 0;
}
