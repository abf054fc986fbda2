import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The hosts of the attacks; all of them resolve to this computer. */
export type HostileHost = 'localhost' | '127.0.0.1' | (typeof NAMED_HOSTS)[number];

/** Hosts that only the tests' browsers know. Objects have properties of two of these names. */
export const NAMED_HOSTS = ['insecure.test', 'constructor', '__proto__'] as const;

/** Where a page is served, and how. */
export interface Serving {
  readonly host?: HostileHost;
  /** Serves on a second port, which is another origin of the same host. */
  readonly otherPort?: boolean;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Serves the pages that an attack makes up. */
export interface HostileServer {
  /** Returns the address of a page. */
  serve(html: string, serving?: Serving): string;
  close(): Promise<void>;
}

/** Starts serving on two free ports of this computer. */
export async function startHostileServer(): Promise<HostileServer> {
  const pages = new Map<string, { html: string; serving: Serving }>();
  const listen = async () => {
    const server = createServer(({ url = '/' }, reply) => {
      const page = pages.get(new URL(url, 'http://localhost').pathname);
      const { type = 'text/html', headers = {} } = page?.serving ?? {};
      reply.writeHead(page ? 200 : 204, {
        'content-type': `${type}; charset=utf-8`,
        'cache-control': 'no-store',
        ...headers,
      });
      reply.end(page?.html);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return server;
  };
  const servers = [await listen(), await listen()] as const;
  const portOf = (server: Server) => (server.address() as AddressInfo).port;
  return {
    serve(html, serving = {}) {
      const path = `/${pages.size}`;
      pages.set(path, { html, serving });
      const { host = 'localhost', otherPort = false } = serving;
      return `http://${host}:${portOf(servers[otherPort ? 1 : 0])}${path}`;
    },
    async close() {
      for (const server of servers) {
        const closed = new Promise((resolve) => server.close(resolve));
        server.closeAllConnections();
        await closed;
      }
    },
  };
}
