import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { announce } from '../../server/command-line/announce.ts';
import { defaultDataFile } from '../../server/command-line/data-file.ts';
import { createLog } from '../../server/log.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { selfSigned } from '../support/self-signed.ts';
import { testFolder } from './support/folder.ts';
import { runCommand, runInProcess, startProcess } from './support/run-command.ts';

const PASSWORD = '/v1/generate/password';
const withKey = (key: string) => ({ headers: { 'X-API-Key': key } });

describe('keys', () => {
  it('makes, lists, shows, rotates and revokes keys, which a running server obeys', async () => {
    const data = path.join(testFolder(), 'deep', 'keys.sqlite');
    const keys = async (...args: string[]) =>
      JSON.parse((await runInProcess(['keys', ...args, '--data', data, '--json'])).out);
    const server = await startProcess(['--port', '0', '--data', data]);
    const status = async (key: string) => (await fetch(server.url + PASSWORD, withKey(key))).status;
    const made = await keys('create', '--label', 'shop', '--scopes', 'password,pin', '--limit', '500');
    expect(made).toMatchObject({ label: 'shop', scopes: ['password', 'pin'], limit_per_minute: 500 });
    expect(await status(made.key)).toBe(200);
    const next = await keys('rotate', made.id, '--overlap', '0');
    expect(await status(next.key)).toBe(200);
    await expect.poll(() => status(made.key), { timeout: 1500 }).toBe(401);
    expect(await keys('show', next.id)).toMatchObject({ rotated_from: made.id, label: 'shop' });
    expect((await keys('list')).keys).toHaveLength(2);
    await keys('revoke', next.id);
    await expect.poll(() => status(next.key), { timeout: 1500 }).toBe(401);
    const { out } = await runInProcess(['keys', 'list', '--data', data]);
    expect(out).toContain('revoked');
    expect(out).toContain(next.id);
    expect(await server.end()).toBe(0);
    expect(JSON.stringify(await keys('list'))).toMatch(/"last_used_at":"2/);
    expect(statSync(data).mode & 0o777).toBe(0o600);
    const stored = readFileSync(data, 'latin1');
    expect(stored).toContain(made.id);
    for (const { key } of [made, next]) expect(stored).not.toContain(key.slice(17, 81));
    for (const { key } of [made, next]) expect(server.output()).not.toContain(key.slice(17, 81));
  });

  it('prints a new key once, with its id', async () => {
    const data = path.join(testFolder(), 'keys.sqlite');
    const { out } = await runInProcess(['keys', 'create', '--data', data]);
    expect(out).toMatch(/^pmint_\w+\n\nThis key is shown only now/);
  });
});

describe('the first start', () => {
  it.each([
    [true, 1],
    [false, 0],
  ])('makes and prints a key in a terminal only (%s)', async (isTerminal, count) => {
    const store = await openSqlite(':memory:');
    const written: string[] = [];
    const log = createLog('info', { write: (line) => void written.push(line) });
    const keys = { store, place: '/data/keys.sqlite' };
    const write = (text: string) => void written.push(text);
    await announce({
      url: 'http://127.0.0.1:8787',
      keys,
      log,
      write,
      command: 'npm run server --',
      isTerminal,
    });
    expect(await store.list()).toHaveLength(count);
    const text = written.join('\n');
    expect(text).toContain('/data/keys.sqlite');
    expect(/pmint_[a-z0-9]{10}_/.test(text)).toBe(isTerminal);
    expect(text).toContain(isTerminal ? 'curl -H "X-API-Key: pmint_' : 'keys create');
    await announce({
      url: 'http://127.0.0.1:8787',
      keys,
      log,
      write,
      command: 'npm run server --',
      isTerminal,
    });
    expect(await store.list()).toHaveLength(count);
  });
});

describe('a single key', () => {
  it('needs no disk', async () => {
    const secret = 'correct-horse-battery-staple-1234';
    const folder = testFolder();
    const server = await startProcess(['--port', '0'], { PASSMINT_API_KEY: secret, XDG_DATA_HOME: folder });
    expect((await fetch(server.url + PASSWORD, withKey(secret))).status).toBe(200);
    expect((await fetch(server.url + PASSWORD, withKey(`${secret}5`))).status).toBe(401);
    expect((await fetch(`${server.url}/v1/admin/keys`, withKey(secret))).status).toBe(404);
    expect(await server.end()).toBe(0);
    expect(existsSync(path.join(folder, 'passmint'))).toBe(false);
    expect(server.output()).not.toContain(secret);
  });

  it('comes from a file too', async () => {
    const file = path.join(testFolder(), 'key');
    writeFileSync(file, `${'k'.repeat(40)}\n`);
    const server = await startProcess(['--port', '0', '--key-file', file]);
    expect((await fetch(server.url + PASSWORD, withKey('k'.repeat(40)))).status).toBe(200);
    await server.end();
  });
});

describe('bad input', () => {
  const data = '/proc/nowhere/keys.sqlite';
  const cases: readonly [string, string[], Record<string, string>, RegExp][] = [
    ['an unknown option', ['--prot', '1'], {}, /unknown option '--prot'/i],
    ['an unknown command', ['key', 'list'], {}, /too many arguments|unknown command/i],
    ['a port out of range', ['--port', '70000'], {}, /--port must be a whole number from 0 to 65535/],
    ['an unknown log level', ['--log-level', 'loud'], {}, /debug, info/],
    [
      'a host of another computer',
      ['--host', '203.0.113.9', '--behind-proxy', '10.0.0.1'],
      {},
      /isn’t an address of this computer/,
    ],
    ['a bind without TLS', ['--host', '0.0.0.0'], {}, /unencrypted.*--tls-cert.*--behind-proxy/],
    ['half a TLS pair', ['--tls-cert', 'a.pem'], {}, /belong together/],
    [
      'TLS files that are not there',
      ['--tls-cert', '/no/a.pem', '--tls-key', '/no/b.pem'],
      {},
      /\/no\/a.pem can’t be read/,
    ],
    ['a malformed range', ['--behind-proxy', '10.0.0.0/40'], {}, /must end in a number from 0 to 32/],
    ['a folder that cannot be made', ['--data', data], {}, /can’t be used.*--data/],
    ['a folder that is a file', ['--data', '/etc/hostname/keys.sqlite'], {}, /its folder is a file/],
    ['no database', ['--data', '/etc/hostname'], {}, /isn’t a SQLite database/],
    ['a short key', [], { PASSMINT_API_KEY: 'short' }, /at least 32 characters/],
    ['a key file that is not there', ['--key-file', '/no/key'], {}, /can’t be read/],
    [
      'another database',
      [],
      { DATABASE_URL: 'mysql://u:secret@localhost/x' },
      /must be an address such as postgres:/,
    ],
    [
      'a database that does not answer',
      [],
      { DATABASE_URL: 'postgres://u:secret@127.0.0.1:9/x' },
      /127.0.0.1:9\/x can’t be used/,
    ],
    [
      'another cache',
      ['--data', ':memory:'],
      { REDIS_URL: 'http://u:secret@localhost' },
      /must be an address such as redis:/,
    ],
    ['an unknown scope', ['keys', 'create', '--scopes', 'root'], {}, /no scope “root”/],
    ['a malformed duration', ['keys', 'create', '--expires-in', 'soon'], {}, /duration/],
    ['a malformed allowed address', ['keys', 'create', '--allow', 'home'], {}, /isn’t an IP address/],
    [
      'an unknown key',
      ['keys', 'revoke', 'nothing', '--data', ':memory:'],
      {},
      /no key with the id “nothing”/,
    ],
    ['a missing id', ['keys', 'show'], {}, /missing required argument/i],
  ];
  it.each(cases)('%s is one sentence and status 2', async (_, args, env, sentence) => {
    const home = testFolder();
    const { status, out, err } = await runInProcess(args, { XDG_DATA_HOME: home, ...env });
    expect(err).toMatch(sentence);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).not.toContain('secret');
    expect(existsSync(path.join(home, 'passmint', 'server.sqlite'))).toBe(false);
  });

  it('ends the process with status 2', async () => {
    const { status, out, err } = await runCommand(['keys', 'list', '--dta', 'x']);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toBe("Unknown option '--dta'. See --help.\n");
  });

  it('says that a port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    const { status, err } = await runInProcess(['--port', String(port), '--data', ':memory:']);
    expect(err).toBe(`Port ${port} on 127.0.0.1 is taken. Stop what uses it, or give another with --port.`);
    expect(status).toBe(2);
    taken.close();
  });

  it('refuses a certificate with the key of another', async () => {
    const folder = testFolder();
    writeFileSync(path.join(folder, 'cert.pem'), selfSigned().cert);
    writeFileSync(path.join(folder, 'key.pem'), selfSigned().key);
    const files = ['--tls-cert', path.join(folder, 'cert.pem'), '--tls-key', path.join(folder, 'key.pem')];
    const { status, err } = await runInProcess([...files, '--data', ':memory:']);
    expect(err).toContain('can’t be used');
    expect(status).toBe(2);
  });
});

describe('the file of the keys', () => {
  it.each([
    ['linux', {}, '/home/me/.local/share/passmint/server.sqlite'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/passmint/server.sqlite'],
    ['linux', { STATE_DIRECTORY: '/var/lib/passmint' }, '/var/lib/passmint/server.sqlite'],
    ['darwin', {}, '/home/me/Library/Application Support/Passmint/server.sqlite'],
    ['win32', { LOCALAPPDATA: 'C:\\Data' }, 'C:\\Data\\Passmint\\server.sqlite'],
  ] as const)('is where %s has data (%j)', (platform, env, file) => {
    expect(defaultDataFile(platform, env, '/home/me')).toBe(file);
  });

  it('is for its user alone, whatever it was before', async () => {
    const folder = path.join(testFolder(), 'new');
    const file = path.join(folder, 'keys.sqlite');
    mkdirSync(folder);
    writeFileSync(file, '');
    chmodSync(file, 0o644);
    const store = await openSqlite(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(`${file}-wal`).mode & 0o777).toBe(0o600);
    await store.close();
  });
});
