import { expect, it } from 'vitest';
import { callServer, KEY, optionsOf } from '../../support/api-call.ts';
import { startStubApi } from '../../support/stub-api.ts';
import { passwords, silence } from '../../support/stub-behaviours.ts';

it('makes passwords by the contract for the right key', async () => {
  const stub = await startStubApi({ behaviour: passwords(KEY) });
  const options = optionsOf({ length: 40, symbols: false, exclude: 'aeiou' });
  expect(await callServer(stub.url, { options })).toMatchObject({
    ok: true,
    serverClaims: { strength: 'very_strong' },
  });
  expect(await callServer(stub.url, { key: 'another' })).toMatchObject({
    error: { code: 'key_refused', detail: 'Unauthorized access' },
  });
  expect((await fetch(`${stub.url}/?lenght=9`, { headers: { 'x-api-key': KEY } })).status).toBe(400);
  await stub.close();
});

it('lets pages of other origins call it only with CORS', async () => {
  const [open, closed] = await Promise.all([startStubApi({ cors: true }), startStubApi()]);
  const preflight = await fetch(open.url, { method: 'OPTIONS' });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
  expect(open.requests).toEqual([]);
  expect((await fetch(closed.url)).headers.get('access-control-allow-origin')).toBeNull();
  await Promise.all([open.close(), closed.close()]);
});

it('behaves by path, resets on demand and closes even if it is stuck', async () => {
  const stub = await startStubApi();
  stub.behave(silence(), '/stuck');
  const stuck = fetch(`${stub.url}/stuck`).catch(() => 'closed');
  expect((await fetch(`${stub.url}/other`)).status).toBe(200);
  await stub.received(2);
  await stub.close();
  expect(await stuck).toBe('closed');
  stub.reset();
  expect(stub.requests).toEqual([]);
});
