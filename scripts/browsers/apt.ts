import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

type Distribution = 'debian' | 'ubuntu';

function distribution(): Distribution | undefined {
  let text: string;
  try {
    text = readFileSync('/etc/os-release', 'utf8');
  } catch {
    return undefined;
  }
  const ids = [...text.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)"?$/gm)].flatMap((match) =>
    (match[1] ?? '').split(' '),
  );
  if (ids.includes('ubuntu')) return 'ubuntu';
  return ids.includes('debian') ? 'debian' : undefined;
}

/** The distribution's name for a package that Debian and Ubuntu name differently. */
export function packageName(what: 'chromium' | 'firefox'): string {
  if (distribution() === 'ubuntu') return what === 'chromium' ? 'chromium-browser' : 'firefox';
  return what === 'chromium' ? 'chromium' : 'firefox-esr';
}

/** Whether this process can install packages with apt-get, as root on Debian or Ubuntu. */
export function canInstall(): boolean {
  return process.platform === 'linux' && distribution() !== undefined && process.getuid?.() === 0;
}

/** The command that installs these packages, as one clause. */
export function installHint(packages: readonly string[]): string {
  const names = packages.join(' ');
  if (process.platform === 'linux' && distribution() !== undefined) {
    return `run "sudo apt-get update && sudo apt-get install -y ${names}"`;
  }
  return `install ${packages.join(', ')} with your system's package manager`;
}

function run(args: readonly string[]): void {
  // Another process may be installing too: wait for its lock instead of failing.
  const options = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
  const done = spawnSync('apt-get', [...options, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (done.status !== 0) throw new Error(`apt-get ${args.join(' ')} failed with exit code ${done.status}.`);
}

/** Installs packages with apt-get after an update of its lists. Throws if that fails. */
export function install(packages: readonly string[]): void {
  console.log(`Installing ${packages.join(', ')} with apt-get ...`);
  run(['update', '-q']);
  run(['install', '-y', '-q', ...packages]);
}
