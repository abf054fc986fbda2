import { toJsonSchema } from '@valibot/to-json-schema';
import type { DescribeRouteOptions } from 'hono-openapi';
import * as v from 'valibot';
import type { Scope } from '../keys.ts';

type Schema = v.GenericSchema;
type OptionsSchema = Schema & { readonly entries: Readonly<Record<string, Schema>> };

/** One operation of the document. */
export interface Operation {
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** The scope of the key; without one no key is needed. */
  readonly scope?: Scope;
  readonly query?: OptionsSchema;
  readonly path?: { readonly [name: string]: string };
  readonly body?: OptionsSchema;
  readonly status?: 200 | 201;
  /** The schemas of a success by media type; a text stands for any text. */
  readonly replies: { readonly [type: string]: Schema | readonly Schema[] | 'text' };
  /** Errors beyond those that every operation has. */
  readonly errors?: readonly number[];
}

/** The errors of the API. */
const ERRORS: Readonly<Record<number, string>> = {
  400: 'The query or the body can’t be read.',
  401: 'The key is missing, malformed, unknown, wrong, expired or revoked.',
  403: 'The key lacks the scope, or may not be used from this address.',
  404: 'There is no such key.',
  413: 'The body is too large.',
  414: 'The address is longer than 8 kB.',
  415: 'The body isn’t JSON by its content type.',
  422: 'A parameter is unknown, repeated, mistyped or out of range, or no password is possible.',
  429: 'Too many requests.',
  500: 'The server failed.',
  503: 'The key store doesn’t respond, or the server is busy.',
};

/** The schema of a value in JSON. */
export function jsonSchema(schema: Schema, mode: 'input' | 'output' = 'output'): object {
  const { $schema: _, ...rest } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode: mode,
    // Checks by a function can’t be written as a schema.
    ignoreActions: ['check'],
  });
  return rest;
}

/** What hono-openapi reads of a route. */
export function operation(given: Operation): DescribeRouteOptions {
  const { id, tag, summary, description, scope, status = 200, errors = [] } = given;
  const ofKey = scope ? [401, 403, 429, 503] : [];
  const ofQuery = given.query ? [400, 422] : [];
  const ofBody = given.body ? [400, 413, 415, 422] : [];
  const codes = [...new Set([...ofQuery, ...ofBody, ...ofKey, ...errors, 414, 500])].sort();
  const described = {
    operationId: id,
    tags: [tag],
    summary,
    ...(description && { description }),
    security: scope ? [{ key: [] }] : [],
    parameters: parametersOf(given),
    ...(given.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: jsonSchema(given.body, 'input') } },
      },
    }),
    responses: {
      [status]: { description: 'Success.', headers: scope ? LIMIT_HEADERS : {}, content: contentOf(given) },
      ...Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/responses/E${code}` }])),
    },
  };
  return described as DescribeRouteOptions;
}

const LIMIT_HEADERS = Object.fromEntries(
  ['RateLimit', 'RateLimit-Policy', 'X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset'].map(
    (name) => [name, { $ref: `#/components/headers/${name}` }],
  ),
);

function contentOf({ replies }: Operation): object {
  const entries = Object.entries(replies).map(([type, schema]) => [type, { schema: replySchema(schema) }]);
  return Object.fromEntries(entries);
}

function replySchema(schema: Schema | readonly Schema[] | 'text'): object {
  if (schema === 'text') return { type: 'string' };
  return 'length' in schema ? { anyOf: schema.map((one) => jsonSchema(one)) } : jsonSchema(schema as Schema);
}

function parametersOf({ query, path = {} }: Operation): object[] {
  const inPath = Object.entries(path).map(([name, description]) => ({
    name,
    in: 'path',
    required: true,
    description,
    schema: { type: 'string', maxLength: 64 },
  }));
  const inQuery = Object.entries(query?.entries ?? {}).map(([name, schema]) => {
    return {
      name,
      in: 'query',
      required: false,
      ...parameterOf(jsonSchema(v.object({ value: schema }), 'input')),
    };
  });
  return [...inPath, ...inQuery];
}

/** The schema of the one member, with its description beside it, where parameters have theirs. */
function parameterOf(schema: object) {
  const { properties } = schema as { properties: { value: { description?: string } } };
  const { description, ...value } = properties.value;
  return { description: description ?? '', schema: value };
}

/** The parts that operations refer to. */
export function sharedResponses(): Record<string, object> {
  const json = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } };
  return Object.fromEntries(
    Object.entries(ERRORS).map(([code, description]) => [
      `E${code}`,
      {
        description,
        content: json,
        ...(['429', '503'].includes(code) && {
          headers: { 'Retry-After': { $ref: '#/components/headers/Retry-After' } },
        }),
      },
    ]),
  );
}
