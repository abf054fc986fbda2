// `npm run check:server`: runs the checkers of other projects against the server: Redocly on its document,
// Prism between it and 2,000 requests, the conformance tests and the Inspector of MCP. They have a lock file
// of their own in this folder, so that `npm ci` in the project stays small.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../support/services.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const REQUESTS = 2000;
const folder = import.meta.dirname;
const bin = (name: string) => path.join(folder, 'node_modules/.bin', name);

if (!existsSync(bin('redocly'))) {
  console.log('Installing the tools.');
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', ['ci', ...flags], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw new Error('The tools could not be installed. Run npm ci in tests/server/tools.');
}

let isGood = true;

function report(name: string, isPassed: boolean, detail = ''): void {
  console.log(`${isPassed ? 'ok  ' : 'FAIL'} ${name}${detail && `: ${detail}`}`);
  isGood &&= isPassed;
}

/** Runs a tool to its end, at most two minutes. */
async function run(name: string, args: readonly string[]): Promise<{ status: number | null; text: string }> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', CI: 'true' };
  const child = spawn(bin(name), args, { env, timeout: 120_000, killSignal: 'SIGKILL' });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part) => {
      text += part;
    });
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, text };
}

async function checkDocument(file: string): Promise<void> {
  const { status, text } = await run('redocly', ['lint', '--format', 'json', file]);
  const { totals, problems } = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
  report(
    'Redocly lint',
    status === 0 && totals.errors === 0,
    `${totals.errors} errors, ${totals.warnings} warnings`,
  );
  for (const problem of problems.slice(0, 5)) console.log(`     ${problem.ruleId}: ${problem.message}`);
}

/** Requests of every operation, with right and wrong values, in an order that is always the same. */
function* requests(): Generator<{ path: string; init: RequestInit }> {
  const lengths = [4, 8, 16, 20, 64, 128];
  const flags = ['true', 'false'];
  for (let i = 0; i < REQUESTS; i++) {
    const [length, flag] = [lengths[i % 6] ?? 16, flags[(i >> 2) % 2] ?? ''];
    const json = { method: 'POST', headers: { 'content-type': 'application/json' } };
    const body = { length, numbers: flag === 'true', ...(i % 3 && { count: 1 + (i % 9) }) };
    yield [
      { path: `/v1/generate/password?length=${length}&symbols=${flag}`, init: {} },
      { path: '/v1/generate/password?site=apple.com', init: {} },
      { path: `/v1/generate/passphrase?words=${3 + (i % 18)}&number=${flag}&capitals=one`, init: {} },
      { path: `/v1/generate/pin?length=${3 + (i % 30)}&avoid_runs=${flag}`, init: {} },
      { path: '/v1/generate/password', init: { ...json, body: JSON.stringify(body) } },
      { path: '/v1/admin/keys', init: {} },
      { path: '/v1/admin/keys/nothing', init: {} },
      { path: '/healthz', init: {} },
    ][i % 8] as { path: string; init: RequestInit };
  }
}

async function checkAnswers(server: TestServer, file: string, key: string): Promise<void> {
  const port = await freePort();
  const args = ['proxy', file, server.url, '--errors', '--port', String(port), '--host', '127.0.0.1'];
  const prism = spawn(bin('prism'), args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await listening(prism);
  const statuses = new Map<number, number>();
  const violations: string[] = [];
  for (const { path: target, init } of requests()) {
    const headers = { ...(init.headers as Record<string, string>), 'X-API-Key': key };
    const response = await fetch(`http://127.0.0.1:${port}${target}`, { ...init, headers });
    const text = await response.text();
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    if (response.headers.has('sl-violations') || text.includes('stoplight.io'))
      violations.push(`${target} ${text}`);
  }
  prism.kill();
  const seen = [...statuses].map(([status, count]) => `${count} × ${status}`).join(', ');
  report(
    `${REQUESTS} requests through Prism`,
    violations.length === 0,
    `${violations.length} violations (${seen})`,
  );
  for (const violation of violations.slice(0, 3)) console.log(`     ${violation.slice(0, 300)}`);
}

const listening = (child: ChildProcess) =>
  new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (text) => String(text).includes('listening') && resolve());
    child.on('close', () => reject(new Error('Prism ended.')));
  });

/** A proxy that adds the key, because the conformance tests know of none. */
async function withKey(target: string, key: string): Promise<{ url: string; close: () => void }> {
  const proxy = http.createServer((request, response) => {
    const headers = { ...request.headers, 'x-api-key': key };
    const sent = http.request(
      new URL(request.url ?? '', target),
      { method: request.method, headers },
      (answer) => {
        answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers));
      },
    );
    request.pipe(sent.on('error', () => response.destroy()));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/mcp/generate/`, close: () => proxy.close() };
}

/** The scenarios by the revisions that have them. */
const SCENARIOS: Readonly<Record<string, readonly string[]>> = {
  '2025-11-25': [
    'server-initialize',
    'ping',
    'tools-list',
    'dns-rebinding-protection',
    'server-sse-multiple-streams',
  ],
  '2026-07-28': [
    'tools-list',
    'dns-rebinding-protection',
    'http-header-validation',
    'sep-2164-resource-not-found',
    'server-stateless',
  ],
};

/** What `server-stateless` checks with diagnostic tools that only a test server has. */
const NEEDS_DIAGNOSTIC_TOOLS = 4;

async function checkConformance(url: string): Promise<void> {
  for (const [revision, scenarios] of Object.entries(SCENARIOS))
    for (const scenario of scenarios) {
      const args = ['server', '--url', url, '--scenario', scenario, '--spec-version', revision];
      const { status, text } = await run('conformance', args);
      const [, passed, failed] = /Passed: (\d+)\/\d+, (\d+) failed/.exec(text) ?? [];
      const untestable = text.match(/Error: Not testable/g)?.length ?? 0;
      const allowed = scenario === 'server-stateless' ? Math.min(untestable, NEEDS_DIAGNOSTIC_TOOLS) : 0;
      const isPassed = allowed > 0 ? Number(failed) <= allowed : status === 0;
      report(`MCP ${revision} ${scenario}`, isPassed, `${passed} passed, ${failed} failed`);
      if (!isPassed) console.log(text.slice(-2000));
    }
}

/** The tools with arguments that each needs. */
const TOOLS: Readonly<Record<string, readonly string[]>> = {
  generate_password: ['length=20'],
  generate_passphrase: ['words=4'],
  generate_pin: ['length=8'],
  count_passwords: ['kind=pin'],
};

async function checkInspector(server: TestServer, key: string): Promise<void> {
  const target = [
    '--cli',
    `${server.url}/mcp/generate/`,
    '--transport',
    'http',
    '--header',
    `X-API-Key: ${key}`,
  ];
  const inspect = (...args: string[]) => run('mcp-inspector', [...target, '--method', ...args]);
  const list = await inspect('tools/list', '--strict');
  const names = Object.keys(TOOLS);
  report(
    'Inspector tools/list --strict',
    list.status === 0 && names.every((name) => list.text.includes(name)),
  );
  if (list.status !== 0) console.log(list.text.slice(-1500));
  for (const [name, args] of Object.entries(TOOLS)) {
    const { status, text } = await inspect('tools/call', '--tool-name', name, '--tool-arg', ...args);
    report(
      `Inspector ${name}`,
      status === 0 && text.includes('entropy_bits') && !text.includes('"isError": true'),
    );
    if (status !== 0) console.log(text.slice(-1000));
  }
}

const server = await startTestServer();
const key = await server.newKey({
  scopes: ['password', 'passphrase', 'pin', 'bulk', 'rules', 'mcp', 'admin'],
});
const temporary = mkdtempSync(path.join(os.tmpdir(), 'passmint-check-'));
const file = path.join(temporary, 'openapi.json');
writeFileSync(file, await (await server.call('/openapi.json')).text());
await checkDocument(file);
await checkAnswers(server, file, key);
const proxy = await withKey(server.url, key);
await checkConformance(proxy.url);
proxy.close();
await checkInspector(server, key);
await server.close();
rmSync(temporary, { recursive: true });
process.exit(isGood ? 0 : 1);
