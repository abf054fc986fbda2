import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SCOPES } from '../../server/keys.ts';
import { startTestServer, type TestServer } from './support/test-server.ts';

const RUNS = 2000;
const SEED = 20_261_129;

/** A text that no request may leave in a log, an error or the store. */
const CANARY = 'kANARY';

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { name: string; in: string; schema: object }[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: object } } };
  readonly responses: Readonly<
    Record<string, { $ref?: string; content?: Record<string, { schema: object }> }>
  >;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly responses: Readonly<Record<string, { content: Record<string, { schema: object }> }>>;
    readonly schemas: Readonly<Record<string, object>>;
  };
}

let server: TestServer;
let document: Document;
beforeAll(async () => {
  server = await startTestServer();
  document = await (await server.call('/openapi.json')).json();
});
afterAll(() => server.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );

it('describes every route that makes passwords, administers keys or is for monitors', () => {
  expect(
    operations()
      .map(({ path, method }) => `${method} ${path}`)
      .sort(),
  ).toEqual([
    'DELETE /v1/admin/keys/{id}',
    'GET /healthz',
    'GET /metrics',
    'GET /readyz',
    'GET /v1/admin/keys',
    'GET /v1/admin/keys/{id}',
    'GET /v1/generate/passphrase',
    'GET /v1/generate/password',
    'GET /v1/generate/pin',
    'POST /v1/admin/keys',
    'POST /v1/admin/keys/{id}/rotate',
    'POST /v1/generate/password',
  ]);
});

/** The schema of each answer, by operation, status and media type. */
function createCheck(): (operation: Operation, status: number, type: string, body: string) => void {
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema({ $id: 'doc', components: document.components });
  const known = new Map<string, ValidateFunction>();
  return (operation, status, type, body) => {
    const where = `${operation.operationId} ${status} ${type}`;
    const declared = operation.responses[status];
    const response = declared?.$ref
      ? document.components.responses[declared.$ref.split('/').at(-1) ?? '']
      : declared;
    const schema = response?.content?.[type]?.schema;
    expect(schema, `${where} is in the document`).toBeDefined();
    const text = JSON.stringify(schema).replaceAll('"#/components', '"doc#/components');
    const validate = known.get(where) ?? ajv.compile(JSON.parse(text));
    known.set(where, validate);
    const value = type === 'application/json' ? JSON.parse(body) : body;
    expect(validate(value), `${where}: ${JSON.stringify(validate.errors)} in ${body.slice(0, 300)}`).toBe(
      true,
    );
  };
}

/** Values of every sort, right and wrong, some with the canary. */
const value = fc.oneof(
  fc.integer({ min: -5, max: 300 }),
  fc.boolean(),
  fc.constantFrom<unknown>(
    null,
    [],
    {},
    '',
    'true',
    'none',
    'digit',
    '24h',
    'minlength: 8',
    'shop.example',
    16,
    4,
  ),
  fc.string({ maxLength: 12 }).map((text) => CANARY + text),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

const request = () => {
  const chosen = fc.constantFrom(...operations());
  return chosen.chain((one) => {
    const names = one.operation.parameters.filter((each) => each.in === 'query').map(({ name }) => name);
    const body = one.operation.requestBody?.content['application/json'].schema as
      | { properties?: object }
      | undefined;
    const name = fc.constantFrom(...names, ...Object.keys(body?.properties ?? {}), 'simbols', `${CANARY}x`);
    return fc.record({
      one: fc.constant(one),
      query: fc.array(fc.tuple(name, value), { maxLength: 3 }),
      body: fc.oneof(
        {
          weight: 4,
          arbitrary: fc.dictionary(name, value, { maxKeys: 3 }).map((each) => JSON.stringify(each)),
        },
        { weight: 1, arbitrary: fc.string({ maxLength: 30 }) },
      ),
      type: fc.constantFrom('application/json', 'application/json; charset=utf-8', 'text/plain'),
      accept: fc.constantFrom('application/json', 'application/x-ndjson', '*/*'),
      key: fc.constantFrom('all', 'all', 'all', 'pin', 'wrong', 'none'),
      id: fc.constantFrom('nothing', 'own', '%00', CANARY),
    });
  });
};

it(`answers ${RUNS} generated requests as the document says, without a fault and without a trace`, async () => {
  const all = await server.newKey({ scopes: SCOPES, limitPerMinute: 1_000_000 });
  const keys: Record<string, string | undefined> = {
    all,
    pin: await server.newKey({ scopes: ['pin'], limitPerMinute: 1_000_000 }),
    wrong: `${CANARY}-key`,
    none: undefined,
  };
  const made: string[] = [];
  const check = createCheck();
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(request(), async ({ one, query, body, type, accept, key, id }) => {
      const params = new URLSearchParams(query.map(([name, each]) => [name, String(each)]));
      const path = one.path.replace('{id}', id);
      const url = query.length > 0 && one.method === 'GET' ? `${path}?${params}` : path;
      const response = await server.call(url, keys[key], {
        method: one.method,
        headers: { accept, ...(one.method === 'POST' && { 'content-type': type }) },
        ...(one.method === 'POST' && { body }),
      });
      const text = await response.text();
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      expect(response.status).toBeLessThan(500);
      check(
        one.operation,
        response.status,
        (response.headers.get('content-type') ?? '').split(';')[0] ?? '',
        text,
      );
      if (response.status >= 400 && !text.includes('such parameter')) expect(text).not.toContain(CANARY);
      for (const [, password] of text.matchAll(/"(?:password|key)":"((?:[^"\\]|\\.)*)"/g))
        made.push(JSON.parse(`"${password}"`));
    }),
    { numRuns: RUNS, seed: SEED },
  );
  console.log('statuses', Object.fromEntries(statuses), 'secrets made', made.length);
  for (const status of [200, 201, 400, 401, 403, 404, 415, 422, 429])
    expect(statuses.get(status)).toBeGreaterThan(0);
  // A label is what a person wrote to be read.
  const stored = JSON.stringify((await server.store.list()).map((record) => ({ ...record, label: '' })));
  const secrets = [...made.filter((secret) => secret.length >= 8), CANARY, all];
  const text = server.lines.join('') + stored;
  expect(secrets.filter((secret) => text.includes(secret)).length).toBe(0);
  expect(secrets.filter((secret) => `${text}${all}`.includes(secret))).toEqual([all]);
});
