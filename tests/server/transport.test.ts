import { writeFileSync } from 'node:fs';
import https from 'node:https';
import { connect } from 'node:net';
import path from 'node:path';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import { expect, it } from 'vitest';
import { selfSigned } from '../support/self-signed.ts';
import { testFolder } from './support/folder.ts';
import { startProcess } from './support/run-command.ts';
import { startTestServer } from './support/test-server.ts';

const SECRET = 'k'.repeat(40);
const WITH_KEY = { 'X-API-Key': SECRET };

/** Requests over TLS with one certificate trusted; the status, the headers and the certificate. */
function secureGet(url: string, ca: string) {
  return new Promise<{ status?: number; hsts?: string; fingerprint: string }>((resolve, reject) => {
    const options = { ca, headers: WITH_KEY, agent: false as const, checkServerIdentity };
    https
      .get(url, options, (response) => {
        const certificate = (
          response.socket as never as { getPeerCertificate(): PeerCertificate }
        ).getPeerCertificate();
        const hsts = response.headers['strict-transport-security'];
        const found = { status: response.statusCode, hsts, fingerprint: certificate.fingerprint256 };
        response.resume().on('end', () => resolve(found as never));
      })
      .on('error', reject);
  });
}

it('speaks TLS, says so to browsers, and takes a new certificate on SIGHUP without an outage', async () => {
  const folder = testFolder();
  const [cert, key] = [path.join(folder, 'cert.pem'), path.join(folder, 'key.pem')];
  const write = ({ cert: newCert, key: newKey }: ReturnType<typeof selfSigned>) => {
    writeFileSync(cert, newCert);
    writeFileSync(key, newKey);
  };
  const [first, second] = [selfSigned(), selfSigned()];
  write(first);
  const args = ['--port', '0', '--host', '0.0.0.0', '--tls-cert', cert, '--tls-key', key];
  const server = await startProcess(args, { PASSMINT_API_KEY: SECRET });
  const url = `${server.url.replace('0.0.0.0', '127.0.0.1')}/v1/generate/password`;
  const before = await secureGet(url, first.cert);
  expect(before).toMatchObject({ status: 200, hsts: 'max-age=31536000' });
  writeFileSync(key, 'broken');
  server.child.kill('SIGHUP');
  await expect.poll(() => server.output()).toContain('the old ones stay');
  expect(await secureGet(url, first.cert)).toEqual(before);
  write(second);
  server.child.kill('SIGHUP');
  await expect.poll(() => server.output()).toContain('Read the certificate again');
  expect((await secureGet(url, second.cert)).fingerprint).not.toBe(before.fingerprint);
  expect(await server.end()).toBe(0);
});

it('finishes a running request on SIGTERM and accepts nothing new', async () => {
  const server = await startProcess(['--port', '0'], { PASSMINT_API_KEY: SECRET });
  const { port } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (text) => {
    answer += text;
  });
  const body = '{"length":20}';
  const head = `POST /v1/generate/password HTTP/1.1\r\nhost: x\r\nx-api-key: ${SECRET}\r\nexpect: 100-continue\r\n`;
  socket.write(`${head}content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`);
  await expect.poll(() => answer).toContain('100 Continue');
  const ended = server.end('SIGTERM');
  await expect.poll(() => server.output()).toContain('Stopping.');
  await expect(fetch(server.url)).rejects.toThrow();
  socket.write(body);
  expect(await ended).toBe(0);
  expect(answer).toContain('"length":20');
  expect(server.output()).toContain('Stopped.');
});

it('binds to other addresses behind a proxy, and believes what it says of clients', async () => {
  const args = ['--port', '0', '--host', '0.0.0.0', '--behind-proxy', '127.0.0.1', '10.0.0.0/8'];
  const server = await startProcess(args, { PASSMINT_API_KEY: SECRET });
  const url = server.url.replace('0.0.0.0', '127.0.0.1');
  const forwarded = { 'x-forwarded-for': '1.2.3.4, 198.51.100.7, 10.9.9.9' };
  await fetch(`${url}/v1/generate/pin`, { headers: forwarded });
  await expect.poll(() => server.output()).toContain('"address":"198.51.100.7"');
  expect(await server.end()).toBe(0);
});

it('grows by nothing when a client stops reading', async () => {
  const server = await startTestServer();
  const key = await server.newKey();
  const body = JSON.stringify({ count: 1000, length: 128 });
  const { port } = new URL(server.url);
  const requests = Array.from(
    { length: 200 },
    () =>
      `POST /v1/generate/password HTTP/1.1\r\nhost: x\r\nx-api-key: ${key}\r\naccept: application/x-ndjson\r\n` +
      `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  const socket = connect(Number(port), '127.0.0.1');
  socket.pause();
  const before = process.memoryUsage().arrayBuffers;
  socket.write(requests.join(''));
  // 200 answers of 0.5 MB each are 100 MB, of which the system's own buffers take a few.
  await expect.poll(() => server.lines.filter((line) => line.includes('POST')).length).toBe(200);
  await server.call('/healthz');
  const { arrayBuffers } = process.memoryUsage();
  expect(arrayBuffers - before).toBeLessThan(30e6);
  socket.destroy();
  await server.close();
});
