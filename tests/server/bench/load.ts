import { connect, type Socket } from 'node:net';

/** What a load had for an answer. */
export interface LoadResult {
  readonly requests: number;
  readonly errors: number;
  /** Bytes of bodies and heads. */
  readonly bytes: number;
  readonly seconds: number;
  /** The 99th percentile of the time of a request, in milliseconds. */
  readonly p99: number;
}

/** A load: so many requests over so many connections, each one after the other. */
export interface Load {
  readonly url: string;
  readonly requests: number;
  readonly connections: number;
  /** The bytes of request number `index`. */
  readonly request: (index: number) => string;
  /** Whether the server closes each connection, as gunicorn’s plain workers do. */
  readonly isClosing?: boolean;
}

/** Sends a load over raw sockets, because a client library would cost more than the server. */
export async function sendLoad({
  url,
  requests,
  connections,
  request,
  isClosing,
}: Load): Promise<LoadResult> {
  const { hostname, port } = new URL(url);
  const times: number[] = [];
  let [next, errors, bytes] = [0, 0, 0];
  const startedMs = performance.now();
  const client = async () => {
    const open = () => connect(Number(port), hostname).setNoDelay();
    let socket = open();
    while (next < requests) {
      const sentMs = performance.now();
      const answer = await exchange(socket, request(next++));
      times.push(performance.now() - sentMs);
      bytes += answer.bytes;
      if (!answer.isOk) errors++;
      if (isClosing) socket.destroy();
      if (isClosing) socket = open();
    }
    socket.destroy();
  };
  await Promise.all(Array.from({ length: connections }, client));
  times.sort((a, b) => a - b);
  const seconds = (performance.now() - startedMs) / 1000;
  return { requests, errors, bytes, seconds, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}

/** Sends one request and reads its answer to the end, by its length or its last chunk. */
function exchange(socket: Socket, sent: string): Promise<{ isOk: boolean; bytes: number }> {
  return new Promise((resolve, reject) => {
    let head = '';
    let [size, end, isChunked] = [0, -1, false];
    const read = (chunk: Buffer) => {
      size += chunk.length;
      if (end < 0) {
        head += chunk.toString('latin1');
        const at = head.indexOf('\r\n\r\n');
        if (at < 0) return;
        isChunked = /\r\ntransfer-encoding: chunked/i.test(head);
        end = at + 4 + Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
      }
      const isLast = isChunked ? chunk.subarray(-5).toString('latin1') === '0\r\n\r\n' : size >= end;
      if (!isLast) return;
      socket.off('data', read).off('error', reject).off('close', reject);
      resolve({ isOk: head.startsWith('HTTP/1.1 200'), bytes: size });
    };
    socket.on('data', read).once('error', reject).once('close', reject);
    socket.write(sent);
  });
}
