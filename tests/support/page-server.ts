import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { frameworkBundle } from './framework-pages.ts';

/** A form that a browser has sent. */
export interface Submission {
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The pages of `tests/e2e/pages` on a free loopback port. */
export interface PageServer {
  /** With a slash at the end, such as `http://localhost:40001/`. */
  readonly url: string;
  /** The same pages under another host, which makes them another site for the browser. */
  urlOn(host: '127.0.0.1' | `${string}.localhost`): string;
  /** All forms sent by POST so far, oldest first. */
  readonly submissions: readonly Submission[];
  /**
   * Waits until a page requests `/held`, and returns a function that sends the response. It is for pages that
   * stay busy until then.
   */
  held(): Promise<() => void>;
  close(): Promise<void>;
}

const PAGES = fileURLToPath(new URL('../e2e/pages/', import.meta.url));

const TYPES: Record<string, string> = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };

/** Starts serving. */
export async function startPageServer(): Promise<PageServer> {
  const submissions: Submission[] = [];
  const server = createServer((request, reply) => {
    if (request.url?.endsWith('?isolated') || request.url?.endsWith('.js')) isolate(reply);
    if (request.url === '/held') server.emit('held', reply);
    else answer(request, reply, submissions).catch((error) => reply.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    urlOn: (host) => `http://${host}:${port}/`,
    submissions,
    async held() {
      const [reply] = await once(server, 'held');
      return () => send(reply, 200, 'text/plain', '');
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Lets a page share memory with its workers. */
function isolate(reply: ServerResponse): void {
  reply.setHeader('cross-origin-opener-policy', 'same-origin');
  reply.setHeader('cross-origin-embedder-policy', 'require-corp');
}

async function answer(
  request: IncomingMessage,
  reply: ServerResponse,
  submissions: Submission[],
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (request.method === 'POST') {
    const fields = Object.fromEntries(new URLSearchParams(await bodyOf(request)));
    submissions.push({ path: pathname, fields });
    return send(reply, 200, 'text/html', page('Thank you', '<h1>Thank you</h1>'));
  }
  // Browsers request it by themselves, and report a missing one as an error of the page.
  if (pathname === '/favicon.ico') return send(reply, 204, 'image/x-icon', '');
  const { name, ext } = path.parse(pathname);
  // For pages that never end loading: the connection stays open until the server closes.
  if (name === 'never-answered') return;
  if (name === 'half-answered') {
    reply
      .writeHead(200, { 'content-type': 'text/html' })
      .write('<!doctype html><title>Half</title><p>Half of');
    return;
  }
  const bundle = frameworkBundle(PAGES, name);
  if (bundle && ext === '.js') return send(reply, 200, 'text/javascript', await bundle);
  if (bundle) return send(reply, 200, 'text/html', page(name, frameworkBody(name)));
  const text = await readFile(path.join(PAGES, path.basename(pathname)), 'utf8').catch(() => undefined);
  const type = TYPES[ext];
  if (text === undefined || !type) return send(reply, 404, 'text/html', page('Not found', pathname));
  return send(reply, 200, type, text);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request) body += part;
  return body;
}

function page(title: string, body: string): string {
  const head = `<meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/style.css">`;
  return `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
}

function frameworkBody(name: string): string {
  return `<h1>Sign up</h1><div id="app"></div><script type="module" src="/${name}.js"></script>`;
}

function send(reply: ServerResponse, status: number, type: string, text: string): void {
  reply
    .writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' })
    .end(text);
}
