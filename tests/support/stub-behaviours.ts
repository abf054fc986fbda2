import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { parseQuery } from '../../lib/api/contract.ts';
import { generate } from '../../lib/generator/index.ts';

/** What a stub does with one request. */
export type Behaviour = (response: ServerResponse, request: IncomingMessage) => void;

/** A password by the contract for each request; with `key`, a 401 for every other key. */
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

/** A status with a body: JSON of an object, text and bytes as they are. */
export function reply(status: number, body: unknown, headers: Record<string, string> = {}): Behaviour {
  const raw = typeof body === 'string' || Buffer.isBuffer(body);
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(raw ? body : JSON.stringify(body));
  };
}

/** Each behaviour once, the last for ever. */
export function inTurn(...behaviours: Behaviour[]): Behaviour {
  let next = 0;
  return (response, request) => {
    behaviours[Math.min(next++, behaviours.length - 1)]?.(response, request);
  };
}

export function redirectTo(location: string, status = 302): Behaviour {
  return reply(status, '', { location });
}

/** Never answers. */
export function silence(): Behaviour {
  return () => {};
}

/** Headers and the beginning of a body at once, and nothing more. */
export function stalledBody(beginning: string, status = 200): Behaviour {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.write(beginning);
  };
}

/** A body that goes on for as long as somebody reads it. */
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

/** A body that promises more than it sends before the connection is cut. */
export function cutBody(beginning: string, status = 200): Behaviour {
  return (response) => {
    const headers = { 'content-type': 'application/json', 'content-length': beginning.length + 10 };
    response.writeHead(status, headers);
    response.write(beginning, () => response.socket?.destroy());
  };
}

/** Cuts the connection before any answer. */
export function hangUp(): Behaviour {
  return (_response, request) => void request.socket.destroy();
}

/** A reply of a few kB that unpacks to `bytes`. */
export function gzipBomb(bytes: number): Behaviour {
  const bomb = gzipSync(Buffer.alloc(bytes, ' '), { level: 9 });
  return reply(200, bomb, { 'content-encoding': 'gzip' });
}
