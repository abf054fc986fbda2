import http, { type Server } from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { App } from './app-tools.ts';
import { readTls, type TlsFiles } from './listen.ts';
import type { ErrorCode } from './replies.ts';
import { SAFE_HEADERS } from './reply.ts';

/** The limits that Node enforces before the app sees a request. */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16 * 1024,
  connectionsCheckingInterval: 2000,
};
const MAX_CONNECTIONS = 512;

/** How long running requests may take when the server stops. */
const STOP_MS = 10_000;

/** Browsers then use https for a year, also where a person types http. */
const HSTS = 'max-age=31536000';

/** Makes a server of an app, with TLS if there are files for it. Throws if they cannot be used. */
export function createServer(app: App, tls: TlsFiles | undefined): Server {
  const listener = getRequestListener(app.fetch as never, { overrideGlobalObjects: true });
  const server = tls
    ? https.createServer({ ...LIMITS, ...readTls(tls), minVersion: 'TLSv1.2' }, (request, response) => {
        response.setHeader('strict-transport-security', HSTS);
        void listener(request, response);
      })
    : http.createServer(LIMITS, listener);
  server.maxConnections = MAX_CONNECTIONS;
  server.on('clientError', refuse);
  return server;
}

/** Answers what is no HTTP in the shape of all errors. */
function refuse(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, code, text] = refusalOf(error.code);
  const body = JSON.stringify({ error: text, code });
  const headers = { ...SAFE_HEADERS, 'content-type': 'application/json', connection: 'close' };
  const lines = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body) });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.end(`HTTP/1.1 ${status} ${http.STATUS_CODES[status]}\r\n${head}\r\n${body}`);
}

function refusalOf(code: string | undefined): readonly [number, ErrorCode, string] {
  if (code === 'HPE_HEADER_OVERFLOW')
    return [431, 'MALFORMED', 'The headers are larger than 16 kB. Send fewer or shorter ones.'];
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return [408, 'MALFORMED', 'The request took too long to arrive.'];
  return [400, 'MALFORMED', 'The request isn’t valid HTTP.'];
}

/** Accepts nothing new, and ends when what runs has finished, or after ten seconds. */
export function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), STOP_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
