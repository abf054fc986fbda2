import http, { type IncomingHttpHeaders, type RequestListener } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './self-signed.ts';
import { type Behaviour, passwords } from './stub-behaviours.ts';

/** A request as it arrived. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders;
}

export interface StubOptions {
  /** Allows any origin to call and to read the response; otherwise CORS blocks the calls of a page. */
  readonly cors?: boolean;
  /** Uses TLS with an untrusted certificate. */
  readonly tls?: boolean;
  /** The first behaviour; by default it makes passwords by the contract, whatever the key. */
  readonly behaviour?: Behaviour;
}

/** A password API on a free port of 127.0.0.1 with a behaviour that tests choose; it records the requests. */
export interface StubApi {
  /** Its base URL, without a slash at the end. */
  readonly url: string;
  /** All requests in the order of arrival, without CORS preflights. */
  readonly requests: readonly ReceivedRequest[];
  /** Sets the behaviour at `path`, or at every path without one. */
  behave(behaviour: Behaviour, path?: string): void;
  /** Resolves once `count` requests have arrived. */
  received(count: number): Promise<void>;
  /** Deletes the recorded requests and the behaviours. */
  reset(): void;
  /** Closes every connection, even a stuck one, and the server. */
  close(): Promise<void>;
}

const ANY_PATH = '*';

/** Starts a stub; close it when the test is over. */
export async function startStubApi(options: StubOptions = {}): Promise<StubApi> {
  const { cors = false, tls = false, behaviour = passwords() } = options;
  const requests: ReceivedRequest[] = [];
  const behaviours = new Map([[ANY_PATH, behaviour]]);
  const waiting: { count: number; resolve: () => void }[] = [];

  const server = createServer(tls, (request, response) => {
    // Closed connections keep the counts exact, because clients repeat a request on a stale one by
    // themselves.
    response.setHeader('connection', 'close');
    if (cors) allowOrigin(response);
    if (cors && request.method === 'OPTIONS') return void response.writeHead(204).end();
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stub');
    const { method = '', headers } = request;
    requests.push({ method, path: pathname, query: searchParams, headers });
    for (const { count, resolve } of waiting) if (requests.length >= count) resolve();
    (behaviours.get(pathname) ?? behaviours.get(ANY_PATH))?.(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    behave: (next, path = ANY_PATH) => void behaviours.set(path, next),
    received: (count) =>
      new Promise((resolve) => (requests.length >= count ? resolve() : waiting.push({ count, resolve }))),
    reset() {
      requests.length = 0;
      behaviours.clear();
      behaviours.set(ANY_PATH, behaviour);
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function createServer(tls: boolean, listener: RequestListener): http.Server | https.Server {
  return tls ? https.createServer(selfSigned(), listener) : http.createServer(listener);
}

function allowOrigin(response: http.ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-headers', '*, authorization, x-api-key');
  response.setHeader('access-control-expose-headers', '*');
  response.setHeader('access-control-allow-private-network', 'true');
}
