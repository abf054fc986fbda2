// The contract between the extension and a password server: the request, the reply and the error. Both import
// this file. Valibot checks it, because its schemas are a third of the size of those of zod/mini.
import * as v from 'valibot';
import {
  CLASS_NAMES,
  DEFAULT_OPTIONS,
  LOOK_ALIKES,
  MAX_LENGTH,
  MIN_LENGTH,
  type PasswordOptions,
} from '../generator/index.ts';

/** The path of the endpoint below the base URL. */
export const PASSWORD_PATH = '/v1/generate/password';

/** The header that carries the key. */
export const KEY_HEADER = 'X-API-Key';

/** The options as a server receives them. Ambiguous characters are sent as excluded ones. */
export type PasswordRequest = Omit<PasswordOptions, 'avoidLookAlikes'>;

/** The parameters of a request, in the order of its query. */
export const PARAMETERS = ['length', ...CLASS_NAMES, 'exclude'] as const;

/** The defaults of a request, equal to those of passwords made on this device. */
const REQUEST_DEFAULTS: PasswordRequest = {
  length: DEFAULT_OPTIONS.length,
  uppercase: DEFAULT_OPTIONS.uppercase,
  lowercase: DEFAULT_OPTIONS.lowercase,
  numbers: DEFAULT_OPTIONS.numbers,
  symbols: DEFAULT_OPTIONS.symbols,
  exclude: DEFAULT_OPTIONS.exclude,
};

const NOT_PRINTABLE_ASCII = /[^\x21-\x7e]/gu;

/**
 * The request for `options`. It lists each excluded character once, and only those of printable ASCII,
 * because a reply with any other character is refused anyway.
 */
export function passwordRequest(options: PasswordOptions): PasswordRequest {
  const { avoidLookAlikes, exclude, ...rest } = options;
  const excluded = new Set([...exclude, ...(avoidLookAlikes ? LOOK_ALIKES : '')]);
  return { ...rest, exclude: [...excluded].join('').replace(NOT_PRINTABLE_ASCII, '') };
}

/** The query of a request, without the parameters that have their default. */
export function requestQuery(request: PasswordRequest): URLSearchParams {
  const changed = PARAMETERS.filter((name) => request[name] !== REQUEST_DEFAULTS[name]);
  return new URLSearchParams(changed.map((name) => [name, String(request[name])]));
}

const flag = v.optional(
  v.pipe(
    v.picklist(['true', 'false']),
    v.transform((text) => text === 'true'),
  ),
  'true',
);

const querySchema = v.strictObject({
  length: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,3}$/),
      v.transform(Number),
      v.minValue(MIN_LENGTH),
      v.maxValue(MAX_LENGTH),
    ),
    String(REQUEST_DEFAULTS.length),
  ),
  uppercase: flag,
  lowercase: flag,
  numbers: flag,
  symbols: flag,
  exclude: v.optional(v.pipe(v.string(), v.maxLength(200)), REQUEST_DEFAULTS.exclude),
});

/** A query as a request, or its first parameter that is misspelt, repeated, mistyped or out of range. */
export type QueryResult =
  | { readonly ok: true; readonly request: PasswordRequest }
  | { readonly ok: false; readonly parameter: string };

/**
 * Parses a query strictly: an unknown parameter is an error, because ignoring it could weaken the password.
 */
export function parseQuery(query: URLSearchParams): QueryResult {
  const names = [...query.keys()];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) return { ok: false, parameter: repeated };
  const parsed = v.safeParse(querySchema, Object.fromEntries(query));
  if (parsed.success) return { ok: true, request: parsed.output };
  return { ok: false, parameter: String(parsed.issues[0].path?.[0]?.key ?? '') };
}

/** A password as a server sends it, with the server's own figures. Nothing in it has been verified. */
export interface Reply {
  readonly password: string;
  /** As the server claims, in bits. */
  readonly entropyBits?: number;
  /** As the server claims, in letters. */
  readonly strength?: string;
}

/** An invalid figure is left out, because it is only information and no reason to refuse the password. */
const entropyBits = v.fallback(
  v.optional(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(9999))),
  undefined,
);
const strength = v.fallback(
  v.optional(v.pipe(v.string(), v.maxLength(32), v.regex(/^[a-z]+(?:[ _-][a-z]+)*$/i))),
  undefined,
);

/** The body of a 200. Its `length`, if present, must be the length of its password. */
const replySchema = v.pipe(
  v.object({
    password: v.pipe(v.string(), v.minLength(1)),
    length: v.optional(v.number()),
    entropy_bits: entropyBits,
    strength,
  }),
  v.check(({ password, length }) => length === undefined || length === [...password].length),
);

/** The body of a 200, as a server writes it. */
export type ReplyBody = v.InferInput<typeof replySchema>;

/** Parses the body of a 200; `undefined` if it breaks the contract. */
export function readReply(json: unknown): Reply | undefined {
  const parsed = v.safeParse(replySchema, json);
  if (!parsed.success) return undefined;
  const { password, entropy_bits, strength } = parsed.output;
  return {
    password,
    ...(entropy_bits === undefined ? {} : { entropyBits: entropy_bits }),
    ...(strength === undefined || strength === password ? {} : { strength }),
  };
}
