import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKey } from '../../server/keys.ts';
import { canRun } from './support/programs.ts';
import { startTestServer, type TestServer } from './support/test-server.ts';

const README = readFileSync(new URL('../../server/README.md', import.meta.url), 'utf8');

/** The examples of a language, as they stand in the README. */
const examples = (language: string) =>
  [...README.matchAll(new RegExp(`^\`\`\`${language} example\n([^]*?)^\`\`\`$`, 'gm'))].map(
    ([, code = '']) => code,
  );

const SHELL = examples('sh');
const PROGRAMS = {
  // A bash whose input is a socket, as Node's pipes are, reads the start-up file of the machine.
  sh: ['bash', '--norc', '-euo', 'pipefail', '-c'],
  js: ['node', '--input-type=module', '-e'],
  py: ['python3', '-c'],
};

let server: TestServer;
let key: string;
beforeAll(async () => {
  server = await startTestServer();
  key = await server.newKey();
});
afterAll(() => server.close());

/** Runs an example against the server of this test; what it printed. */
function runExample(language: keyof typeof PROGRAMS, code: string): Promise<string> {
  const [program = '', ...args] = PROGRAMS[language];
  const env = { ...process.env, PASSMINT_API_KEY: key };
  const child = spawn(program, [...args, code.replaceAll('http://127.0.0.1:8787', server.url)], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  return new Promise((resolve, reject) => {
    child.on('close', (status) =>
      status === 0 ? resolve(output) : reject(new Error(`${status}: ${output}`)),
    );
    child.on('error', reject);
  });
}

describe('the examples of the README', () => {
  it('has as many as this test knows', () => {
    const counts = ['sh', 'js', 'py', 'json', 'regex'].map((language) => examples(language).length);
    expect(counts).toEqual([4, 1, 1, 1, 1]);
  });

  const canRunAll = canRun(['bash', 'curl', 'jq', 'python3'], 'the examples in shell and Python');

  it.runIf(canRunAll).each([
    [0, /^\{"password":"(?:[^"\\]|\\.){20,}","length":20,/],
    [1, /^\S{16}\n$/],
    [2, /^(?:[A-Za-z0-9]{24}\n){1000}$/],
    [3, /^\S{32}\n$/],
  ])('runs the shell example %i', async (index, printed) => {
    expect(await runExample('sh', SHELL[index] ?? '')).toMatch(printed);
  });

  it('runs the example in JavaScript', async () => {
    expect(await runExample('js', examples('js')[0] ?? '')).toMatch(/^\S{16,24} \d+\.\d+\n$/);
  });

  it.runIf(canRunAll)('runs the example in Python', async () => {
    expect(await runExample('py', examples('py')[0] ?? '')).toMatch(/^(?:[a-z-]+-){5}[a-z-]+\n$/);
  });

  it('has a configuration for agents that leads to the tools', async () => {
    const { mcpServers } = JSON.parse(examples('json')[0] ?? '');
    const { pathname } = new URL(mcpServers.passmint.url);
    expect(Object.keys(mcpServers.passmint.headers)).toEqual(['X-API-Key']);
    const accept = { accept: 'application/json, text/event-stream' };
    const sent = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
    expect(await (await server.post(pathname, key, sent, accept)).text()).toContain('generate_password');
  });

  it('has a pattern that finds keys and nothing else', () => {
    const pattern = new RegExp((examples('regex')[0] ?? '').trim(), 'g');
    const made = Array.from({ length: 100 }, () => createKey().key);
    const text = made.map((each) => `const KEY = "${each}"; // ${'a'.repeat(90)} pmint_server`).join('\n');
    expect(text.match(pattern)).toEqual(made);
  });

  it('names every option, every scope and every code of an error', async () => {
    const { SCOPES } = await import('../../server/keys.ts');
    const { ERROR_CODES } = await import('../../server/replies.ts');
    const program = readFileSync(new URL('../../server/command-line/program.ts', import.meta.url), 'utf8');
    const options = [...program.matchAll(/'(--[a-z-]+)[ ']/g)].map(([, name = '']) => name);
    expect(options.length).toBeGreaterThan(10);
    const names = [...options.filter((name) => name !== '--json'), ...SCOPES, ...ERROR_CODES];
    expect(names.filter((name) => name !== 'INTERNAL_ERROR' && !README.includes(name))).toEqual([]);
  });
});
