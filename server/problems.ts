import { MAX_COUNT } from './options.ts';
import type { Problem } from './reply.ts';

/** The errors of the API. Each sentence says what to do. */
export const UNAUTHORIZED: Problem = { status: 401, code: 'UNAUTHORIZED', error: 'Unauthorized access' };

export const NOT_FOUND: Problem = {
  status: 404,
  code: 'NOT_FOUND',
  error: 'There is nothing at this address. The addresses are listed at /docs.',
};

export const MALFORMED: Problem = {
  status: 400,
  code: 'MALFORMED',
  error: 'The request isn’t valid. Send a JSON object as the body.',
};

export const BAD_QUERY: Problem = {
  status: 400,
  code: 'MALFORMED',
  error: 'The query isn’t valid. Encode special characters as %XX in UTF-8.',
};

export const NOT_JSON: Problem = {
  status: 415,
  code: 'UNSUPPORTED_MEDIA_TYPE',
  error: 'Send JSON with the header Content-Type: application/json.',
};

export const STORE_DOWN: Problem = {
  status: 503,
  code: 'STORE_UNAVAILABLE',
  error: 'The key can’t be checked because the key store doesn’t respond. Try again later.',
  retryAfter: 2,
};

export const OVERLOADED: Problem = {
  status: 503,
  code: 'OVERLOADED',
  error: 'Too many rules are being read at the moment. Try again later.',
  retryAfter: 1,
};

export const INTERNAL: Problem = {
  status: 500,
  code: 'INTERNAL_ERROR',
  error: 'The server failed. Its log has the cause under the request id of this answer.',
};

export const URI_TOO_LONG: Problem = {
  status: 414,
  code: 'URI_TOO_LONG',
  error: 'The address is longer than 8 kB. Shorten the query, or send the options with POST.',
};

export const WRONG_ADDRESS: Problem = {
  status: 403,
  code: 'FORBIDDEN',
  error: 'This key can’t be used from this address. Ask the person who made the key to allow it.',
};

export const NO_SUCH_KEY: Problem = {
  status: 404,
  code: 'NOT_FOUND',
  error: 'There is no key with this id. GET /v1/admin/keys lists them.',
};

/** A key that has ended has no successor. */
export const notRotatable = (state: 'revoked' | 'expired'): Problem =>
  invalid('id', `This key is ${state}, so it can’t be rotated. Create a new one.`, state);

/** The key lacks a scope. */
export const lacksScope = (scope: string): Problem => ({
  status: 403,
  code: 'FORBIDDEN',
  error: `This key lacks the scope “${scope}”. Use a key that has it.`,
});

export const bodyTooLarge = (kB: number): Problem => ({
  status: 413,
  code: 'PAYLOAD_TOO_LARGE',
  error: `The body is larger than ${kB} kB.`,
  headers: { connection: 'close' },
});

export const methodNotAllowed = (methods: readonly string[]): Problem => ({
  status: 405,
  code: 'METHOD_NOT_ALLOWED',
  error: `This address accepts ${methods.join(' and ')} only.`,
  headers: { allow: methods.join(', ') },
});

export const rateLimited = (seconds: number): Problem => ({
  status: 429,
  code: 'RATE_LIMIT_EXCEEDED',
  error: `Too many requests. Try again in ${seconds} s.`,
  retryAfter: seconds,
});

/** A parameter is unknown, repeated, mistyped or out of range, or cannot be met. */
export const invalid = (field: string, error: string, problem?: string): Problem => ({
  status: 422,
  code: 'VALIDATION_ERROR',
  error,
  details: { field, ...(problem !== undefined && { problem }) },
});

/** What a value of each parameter must be, for the sentence of a 422. */
const EXPECTED: Readonly<Record<string, string>> = {
  length: 'must be a whole number from 4 to 128',
  words: 'must be a whole number from 3 to 20',
  count: `must be a whole number from 1 to ${MAX_COUNT}`,
  exclude: 'must be a text of at most 200 characters',
  separator: 'must be a text of at most 10 characters',
  site: 'must be a domain name such as shop.example',
  rules: 'must be a passwordrules text of at most 1,000 characters',
  random_separator: 'must be none, digit or symbol',
  capitals: 'must be none, first, one or all',
};

/** A parameter that a schema or the contract refused. `known` are the names that there are. */
export function invalidParameter(field: string, known: readonly string[], expected = EXPECTED): Problem {
  if (!known.includes(field)) {
    const error = `There is no such parameter. The parameters are ${known.join(', ')}.`;
    return invalid(field.slice(0, 50), error, 'unknown');
  }
  return invalid(field, `“${field}” ${expected[field] ?? 'must be true or false'}, and be given once.`);
}

export const FORBIDDEN_HOST: Problem = {
  status: 403,
  code: 'FORBIDDEN',
  error: 'Agents may not reach this server under this name. Start it with --allow-host and the name.',
};
