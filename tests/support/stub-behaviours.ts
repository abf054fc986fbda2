import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { parseQuery } from '../../lib/api/contract.ts';
import { generate } from '../../lib/generator/index.ts';

/** Handles one request of a stub. */
export type Behaviour = (response: ServerResponse, request: IncomingMessage) => void;

/** Replies to each request with a password by the contract; with `key`, a 401 to every other key. */
export function passwords(key?: string): Behaviour {
  return (response, request) => {
    if (key !== undefined && request.headers['x-api-key'] !== key) {
      return reply(401, { error: 'Unauthorized access' })(response, request);
    }
    const query = parseQuery(new URL(request.url ?? '/', 'http://stub').searchParams);
    if (!query.ok) return reply(400, { error: `Wrong parameter: ${query.parameter}` })(response, request);
    const made = generate({ kind: 'password', ...query.request });
    if (!made.ok) return reply(422, { error: made.error.message, code: made.error.code })(response, request);
    const { password, entropyBits, strength } = made;
    const body = { password, length: password.length, entropy_bits: entropyBits, strength };
    reply(200, body)(response, request);
  };
}

/** Replies with a status and a body: objects as JSON, texts and bytes unchanged. */
export function reply(status: number, body: unknown, headers: Record<string, string> = {}): Behaviour {
  const raw = typeof body === 'string' || Buffer.isBuffer(body);
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(raw ? body : JSON.stringify(body));
  };
}

/** Uses each behaviour once, and then the last one again and again. */
export function inTurn(...behaviours: Behaviour[]): Behaviour {
  let next = 0;
  return (response, request) => {
    behaviours[Math.min(next++, behaviours.length - 1)]?.(response, request);
  };
}

export function redirectTo(location: string, status = 302): Behaviour {
  return reply(status, '', { location });
}

/** Never replies. */
export function silence(): Behaviour {
  return () => {};
}

/** Sends headers and the beginning of a body at once, and then nothing. */
export function stalledBody(beginning: string, status = 200): Behaviour {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.write(beginning);
  };
}

/** Sends a body for as long as the client reads it. */
export function endlessBody(status = 200): Behaviour {
  return (response) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(16_384, ' ')));
    };
    response.writeHead(status, { 'content-type': 'application/json' });
    response.on('drain', more);
    more();
  };
}

/** Closes the connection before the announced body is complete. */
export function cutBody(beginning: string, status = 200): Behaviour {
  return (response) => {
    const headers = { 'content-type': 'application/json', 'content-length': beginning.length + 10 };
    response.writeHead(status, headers);
    response.write(beginning, () => response.socket?.destroy());
  };
}

/** Closes the connection before any response. */
export function hangUp(): Behaviour {
  return (_response, request) => void request.socket.destroy();
}

/** Sends a response of a few kB that unpacks to `bytes`. */
export function gzipBomb(bytes: number): Behaviour {
  const bomb = gzipSync(Buffer.alloc(bytes, ' '), { level: 9 });
  return reply(200, bomb, { 'content-encoding': 'gzip' });
}
