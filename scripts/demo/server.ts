import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The demo page on a free loopback port. */
export interface DemoServer {
  readonly url: string;
  close(): void;
}

/** Serves the demo signup page, which names these keys as the extension's shortcut. */
export async function serveDemo(keys: string): Promise<DemoServer> {
  const template = await readFile(new URL('./signup.html', import.meta.url), 'utf8');
  const page = template.replaceAll('{{keys}}', keys);
  const server = createServer((_, reply) => {
    reply
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      .end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
