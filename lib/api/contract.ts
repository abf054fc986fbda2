// The contract between the extension and a password server, shared by both: what may be asked, what is answered
// and what an error looks like. Valibot reads it because it is the smallest that does: these schemas take
// 2.2 kB gzipped with valibot 1.5.0 and 7.3 kB with zod/mini 4.6.7 (minified by Vite 8.3.8).
import * as v from 'valibot';
import {
  CLASS_NAMES,
  DEFAULT_OPTIONS,
  LOOK_ALIKES,
  MAX_LENGTH,
  MIN_LENGTH,
  type PasswordOptions,
} from '../generator/index.ts';

/** Where the server makes passwords, below its base URL. */
export const PASSWORD_PATH = '/v1/generate/password';

/** The header that carries the key. */
export const KEY_HEADER = 'X-API-Key';

/** What is asked of a server. It knows no look-alikes: they travel as excluded characters. */
export type PasswordRequest = Omit<PasswordOptions, 'avoidLookAlikes'>;

/** What a request means where it is silent: the same as for passwords made on this device. */
export const REQUEST_DEFAULTS: PasswordRequest = {
  length: DEFAULT_OPTIONS.length,
  uppercase: DEFAULT_OPTIONS.uppercase,
  lowercase: DEFAULT_OPTIONS.lowercase,
  numbers: DEFAULT_OPTIONS.numbers,
  symbols: DEFAULT_OPTIONS.symbols,
  exclude: DEFAULT_OPTIONS.exclude,
};

const NOT_PRINTABLE_ASCII = /[^\x21-\x7e]/gu;

/**
 * The request for `options`. Each excluded character is named once, and only printable ASCII ones: a reply with
 * any other character is refused in any case, so the server need not hear of them.
 */
export function requestOf(options: PasswordOptions): PasswordRequest {
  const { avoidLookAlikes, exclude, ...rest } = options;
  const excluded = new Set([...exclude, ...(avoidLookAlikes ? LOOK_ALIKES : '')]);
  return { ...rest, exclude: [...excluded].join('').replace(NOT_PRINTABLE_ASCII, '') };
}

/** The query of a request; what is at its default is left out. */
export function queryOf(request: PasswordRequest): URLSearchParams {
  const names = ['length', ...CLASS_NAMES, 'exclude'] as const;
  const asked = names.filter((name) => request[name] !== REQUEST_DEFAULTS[name]);
  return new URLSearchParams(asked.map((name) => [name, String(request[name])]));
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

/** A query as a request, or the first parameter that is wrong: misspelt, repeated, mistyped or out of range. */
export type QueryResult =
  | { readonly ok: true; readonly request: PasswordRequest }
  | { readonly ok: false; readonly parameter: string };

/** Reads a query the strict way: what is not known is refused, since to ignore it would weaken the password. */
export function parseQuery(query: URLSearchParams): QueryResult {
  const names = [...query.keys()];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) return { ok: false, parameter: repeated };
  const parsed = v.safeParse(querySchema, Object.fromEntries(query));
  if (parsed.success) return { ok: true, request: parsed.output };
  return { ok: false, parameter: String(parsed.issues[0].path?.[0]?.key ?? '') };
}

/** A password as a server sends it, with the figures that it gives for it. Nothing in it is trusted yet. */
export interface Reply {
  readonly password: string;
  /** The server's own figure in bits. */
  readonly entropyBits?: number;
  /** The server's own word, in letters. */
  readonly strength?: string;
}

/** A figure that cannot be read is left out: it is information only, and no reason to refuse a password. */
const entropyBits = v.fallback(
  v.optional(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(9999))),
  undefined,
);
const strength = v.fallback(
  v.optional(v.pipe(v.string(), v.maxLength(32), v.regex(/^[a-z]+(?:[ _-][a-z]+)*$/i))),
  undefined,
);

/** The body of a 200. A reply whose `length` is not that of its password contradicts itself. */
export const replySchema = v.pipe(
  v.object({
    password: v.pipe(v.string(), v.minLength(1)),
    length: v.optional(v.number()),
    entropy_bits: entropyBits,
    strength,
  }),
  v.check(({ password, length }) => length === undefined || length === [...password].length),
);

/** The body of a 200 as the server writes it. */
export type ReplyBody = v.InferInput<typeof replySchema>;

/** Reads the body of a 200, or gives undefined if it is not the contract's. */
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
