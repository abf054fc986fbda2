import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './support/test-server.ts';

let server: TestServer;
let key: string;
beforeAll(async () => {
  server = await startTestServer({ allowedHosts: ['passwords.example'] });
  key = await server.newKey();
});
afterAll(() => server.close());

interface ToolResult {
  readonly content: readonly { readonly text: string }[];
  readonly structuredContent?: Record<string, unknown>;
  readonly isError?: boolean;
}

const ACCEPT = { accept: 'application/json, text/event-stream' };
const CLIENT = { clientInfo: { name: 'test', version: '1' }, capabilities: {} };

const PATHS = ['/mcp/generate', '/mcp/generate/'];
const OLD = '2025-11-25';
const NEW = '2026-07-28';

/** Calls a method as a client of either protocol does. */
async function rpc(protocol: string, method: string, params: object = {}, path = PATHS[1], as = key) {
  const meta = {
    'io.modelcontextprotocol/protocolVersion': protocol,
    'io.modelcontextprotocol/clientInfo': CLIENT.clientInfo,
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  const name = (params as { name?: string }).name;
  const isNew = protocol === NEW;
  const headers = {
    ...ACCEPT,
    'mcp-protocol-version': protocol,
    ...(isNew && { 'mcp-method': method, ...(name && { 'mcp-name': name }) }),
  };
  const sent = { jsonrpc: '2.0', id: 1, method, params: isNew ? { ...params, _meta: meta } : params };
  const response = await server.post(path ?? '', as, sent, headers);
  const text = await response.text();
  const data = /^data: (.*)$/m.exec(text)?.[1] ?? text;
  return { status: response.status, headers: response.headers, ...JSON.parse(data) };
}

const callTool = async (protocol: string, name: string, args: object, as = key): Promise<ToolResult> =>
  (await rpc(protocol, 'tools/call', { name, arguments: args }, PATHS[1], as)).result;

describe.each([OLD, NEW])('protocol %s', (protocol) => {
  it.each(PATHS)('lists the tools at %s, each with schemas of what it takes and gives', async (path) => {
    const { result } = await rpc(protocol, 'tools/list', {}, path);
    expect(result.tools.map(({ name }: { name: string }) => name)).toEqual([
      'generate_password',
      'generate_passphrase',
      'generate_pin',
      'count_passwords',
    ]);
    for (const tool of result.tools) {
      expect(tool.inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(tool.outputSchema).toMatchObject({ type: 'object' });
    }
  });

  it('calls every tool', async () => {
    const password = await callTool(protocol, 'generate_password', { length: 20, site: 'www.163.com' });
    expect(password.structuredContent).toMatchObject({ length: 16, fit: { site: 'www.163.com' } });
    expect(JSON.parse(password.content[0]?.text ?? '')).toEqual(password.structuredContent);
    const within = await callTool(protocol, 'generate_password', {
      rules: 'required: digit; allowed: digit',
    });
    expect(within.structuredContent?.password).toMatch(/^\d{16}$/);
    const phrase = await callTool(protocol, 'generate_passphrase', { words: 4 });
    expect(phrase.structuredContent).toMatchObject({ admissible: String(7776n ** 4n) });
    const pin = await callTool(protocol, 'generate_pin', {});
    expect(pin.structuredContent?.password).toMatch(/^\d{6}$/);
    const count = await callTool(protocol, 'count_passwords', { kind: 'pin', pin: { length: 4 } });
    expect(count.structuredContent).toEqual({
      admissible: '10000',
      entropy_bits: 13.3,
      strength: 'very_weak',
    });
  });

  it('explains options that are wrong or impossible', async () => {
    const wrong = await callTool(protocol, 'generate_password', { length: 3 });
    expect(wrong.isError).toBe(true);
    const impossible = await callTool(protocol, 'generate_password', { exclude: '0123456789' });
    expect(impossible).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining('numbers') }],
    });
  });

  it('asks for the scope of the kind too', async () => {
    const poor = await server.newKey({ scopes: ['mcp', 'pin'] });
    const refused = await callTool(protocol, 'generate_password', {}, poor);
    expect(refused.isError).toBe(true);
    expect(refused.content[0]?.text).toContain('“password”');
    expect((await callTool(protocol, 'generate_pin', {}, poor)).isError).toBeUndefined();
  });

  it('carries the headers of the limit and of safety', async () => {
    const { headers } = await rpc(protocol, 'tools/list');
    expect(headers.get('x-ratelimit-limit')).toBe('100000');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('who may call', () => {
  it('needs a key with the scope mcp', async () => {
    expect((await server.post('/mcp/generate/', undefined, {})).status).toBe(401);
    const other = await server.newKey({ scopes: ['password'] });
    expect((await server.post('/mcp/generate/', other, {})).status).toBe(403);
  });

  it('refuses a body over 64 kB', async () => {
    const body = { jsonrpc: '2.0', id: 1, method: 'ping', params: { a: 'x'.repeat(70_000) } };
    expect((await server.post('/mcp/generate/', key, body, ACCEPT)).status).toBe(413);
  });

  it.each([
    ['evil.example', undefined, 403],
    ['127.0.0.1.evil.example:80', undefined, 403],
    ['localhost', 'https://evil.example', 403],
    ['localhost', 'null', 403],
    ['localhost:1', undefined, 200],
    ['[::1]:1', undefined, 200],
    ['passwords.example', 'https://passwords.example', 200],
  ])('answers the host %s and the origin %s with %s', async (host, origin, status) => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' });
    const headers = {
      ...ACCEPT,
      host,
      'x-api-key': key,
      'content-type': 'application/json',
      'content-length': body.length,
      ...(origin && { origin }),
    };
    // Unlike `fetch`, this lets a test choose the host.
    const answered = await new Promise((resolve, reject) => {
      const sent = request(`${server.url}/mcp/generate/`, { method: 'POST', headers }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode));
      });
      sent.on('error', reject).end(body);
    });
    expect(answered).toBe(status);
  });
});
