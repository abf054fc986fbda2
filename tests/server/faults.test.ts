import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { storedKeys } from '../../server/key-ring.ts';
import { idOf } from '../../server/keys.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { testFolder } from './support/folder.ts';
import { runInProcess } from './support/run-command.ts';
import { startTestServer } from './support/test-server.ts';

const ROUNDS = 10;
const CREATE = fileURLToPath(new URL('support/create-keys.ts', import.meta.url));

/** Makes keys in a process of its own and kills it in the middle; the keys that it had answered. */
function createUntilKilled(file: string, killAfter: number): Promise<string[]> {
  const child = spawn(process.execPath, [CREATE, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let answered = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    answered += text;
    if (answered.split('\n').length > killAfter) child.kill('SIGKILL');
  });
  return new Promise((resolve) => {
    child.on('close', () => resolve(answered.split('\n').filter((line) => idOf(line) !== undefined)));
  });
}

it('keeps every key that was answered when the process is killed, ten times', async () => {
  const file = path.join(testFolder(), 'keys.sqlite');
  const answered: string[] = [];
  for (let round = 0; round < ROUNDS; round++)
    answered.push(...(await createUntilKilled(file, 20 + 13 * round)));
  expect(answered.length).toBeGreaterThan(500);
  const store = await openSqlite(file);
  const ring = storedKeys(store, Date.now);
  for (const key of answered) expect(await ring.check(key)).toMatchObject({ is: 'known' });
  await store.close();
  const database = new DatabaseSync(file, { readOnly: true });
  expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
  database.close();
  console.log(`${answered.length} answered keys after ${ROUNDS} × kill -9, all good, integrity ok`);
});

/** A small disk of its own, which only root can make; `undefined` elsewhere. */
function smallDisk(): string | undefined {
  const folder = testFolder();
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder]).status !== 0) return undefined;
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  return folder;
}

const canMount = (() => {
  const folder = `/tmp/passmint-mount-${process.pid}`;
  mkdirSync(folder);
  const { status } = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', folder]);
  if (status === 0) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true });
  return status === 0;
})();
if (!canMount) console.warn('LEFT OUT: full and read-only disks, because this user cannot mount any.');

describe.runIf(canMount)('a disk', () => {
  it('that is full: new keys get a clear error, and known keys go on', async () => {
    const disk = smallDisk() ?? '';
    const data = path.join(disk, 'keys.sqlite');
    const server = await startTestServer({ store: await openSqlite(data) });
    const [key, admin] = [await server.newKey(), await server.newKey({ scopes: ['admin'] })];
    spawnSync('dd', ['if=/dev/zero', `of=${path.join(disk, 'filler')}`, 'bs=4k']);
    let ended = { status: 0, out: '', err: '' } as Awaited<ReturnType<typeof runInProcess>>;
    for (let i = 0; i < 200 && ended.status === 0; i++)
      ended = await runInProcess(['keys', 'create', '--data', data, '--label', 'x'.repeat(100)]);
    expect(ended).toMatchObject({ status: 2, out: '' });
    expect(ended.err).toMatch(/full|disk/);
    const refused = await server.post('/v1/admin/keys', admin, { label: 'y'.repeat(100) });
    expect([201, 503]).toContain(refused.status);
    expect((await server.call('/v1/generate/password', key)).status).toBe(200);
    rmSync(path.join(disk, 'filler'));
    expect((await runInProcess(['keys', 'create', '--data', data])).status).toBe(0);
    await server.close();
  });

  it('that is read-only: the commands say so', async () => {
    const disk = smallDisk() ?? '';
    const data = path.join(disk, 'keys.sqlite');
    await runInProcess(['keys', 'create', '--data', data]);
    writeFileSync(path.join(disk, 'other'), '');
    expect(spawnSync('mount', ['-o', 'remount,ro', disk]).status).toBe(0);
    for (const file of [data, path.join(disk, 'new.sqlite')]) {
      const { status, err } = await runInProcess(['keys', 'create', '--data', file]);
      expect(err).toMatch(/can’t be used: it is read-only\. Choose another with --data\.$/);
      expect(status).toBe(2);
    }
  });
});
