import { spawnSync } from 'node:child_process';
import { copyFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { testFolder } from './support/folder.ts';
import { startProcess } from './support/run-command.ts';

const MAX_BYTES = 1_500_000;
const SECRET = 'k'.repeat(40);

it('builds one file that starts and serves in an empty folder', async () => {
  const packed = spawnSync(process.execPath, ['scripts/pack-server.ts'], { encoding: 'utf8' });
  expect(packed.stderr).toBe('');
  expect(packed.status).toBe(0);
  const file = path.join(testFolder(), 'passmint-server.mjs');
  copyFileSync('.output/server/passmint-server.mjs', file);
  console.log(packed.stdout.trim());
  expect(statSync(file).size).toBeLessThanOrEqual(MAX_BYTES);
  const server = await startProcess(['--port', '0'], { PASSMINT_API_KEY: SECRET }, file);
  const headers = { 'X-API-Key': SECRET, 'content-type': 'application/json' };
  const call = async (route: string, body?: object) => {
    const init = body ? { method: 'POST', body: JSON.stringify(body) } : {};
    return (
      await fetch(server.url + route, {
        headers: { ...headers, accept: '*/*, application/json, text/event-stream' },
        ...init,
      })
    ).text();
  };
  expect(JSON.parse(await call('/v1/generate/password?site=www.163.com'))).toMatchObject({ length: 16 });
  expect(JSON.parse(await call('/v1/generate/passphrase'))).toMatchObject({ entropy_bits: 77.5 });
  expect(JSON.parse(await call('/v1/generate/password', { rules: 'minlength: 22' }))).toMatchObject({
    length: 22,
  });
  expect(JSON.parse(await call('/openapi.json'))).toMatchObject({ openapi: '3.1.0' });
  expect(await call('/docs/swagger-ui.js')).toContain('SwaggerUIBundle');
  const ping = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
  expect(await call('/mcp/generate', ping)).toContain('count_passwords');
  expect(await server.end()).toBe(0);
});

it('keeps its keys in a file too', async () => {
  const data = path.join(testFolder(), 'keys.sqlite');
  const packed = path.resolve('.output/server/passmint-server.mjs');
  const run = (...args: string[]) => spawnSync(process.execPath, [packed, ...args], { encoding: 'utf8' });
  const made = JSON.parse(run('keys', 'create', '--data', data, '--json').stdout);
  expect(run('keys', 'list', '--data', data).stdout).toContain(made.id);
});
