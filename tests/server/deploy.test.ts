import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const MOST_EXPOSED = 1.5;

const has = (program: string) => spawnSync('which', [program]).status === 0;

/** Whether a program is there; says loudly what is left out without it. */
function canRun(program: string, what: string): boolean {
  if (has(program)) return true;
  console.warn(`LEFT OUT: ${what}, because ${program} is not installed here.`);
  return false;
}

it.runIf(canRun('systemd-analyze', 'the exposure of the systemd unit'))(
  'has a unit that is hardly exposed',
  () => {
    const args = ['security', '--offline=true', 'server/deploy/passmint-server.service', '--no-pager'];
    const { stdout } = spawnSync('systemd-analyze', args, { encoding: 'utf8' });
    const [line = '', level] = /Overall exposure level for .*: ([\d.]+)/.exec(stdout) ?? [];
    console.log(line);
    expect(Number(level)).toBeLessThanOrEqual(MOST_EXPOSED);
  },
);

it.runIf(canRun('caddy', 'the Caddyfile'))('has a valid Caddyfile', () => {
  const args = ['adapt', '--config', 'server/deploy/Caddyfile', '--adapter', 'caddyfile'];
  const { status, stderr } = spawnSync('caddy', args, { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
});
