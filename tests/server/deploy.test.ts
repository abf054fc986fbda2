import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { canRun } from './support/programs.ts';

const MOST_EXPOSED = 1.5;

it.runIf(canRun(['systemd-analyze'], 'the exposure of the systemd unit'))(
  'has a unit that is hardly exposed',
  () => {
    const args = ['security', '--offline=true', 'server/deploy/passmint-server.service', '--no-pager'];
    const { stdout } = spawnSync('systemd-analyze', args, { encoding: 'utf8' });
    const [line = '', level] = /Overall exposure level for .*: ([\d.]+)/.exec(stdout) ?? [];
    console.log(line);
    expect(Number(level)).toBeLessThanOrEqual(MOST_EXPOSED);
  },
);

it.runIf(canRun(['caddy'], 'the Caddyfile'))('has a valid Caddyfile', () => {
  const args = ['adapt', '--config', 'server/deploy/Caddyfile', '--adapter', 'caddyfile'];
  const { status, stderr } = spawnSync('caddy', args, { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
});
