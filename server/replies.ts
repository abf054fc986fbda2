// The bodies of answers, for the routes, the MCP tools and the OpenAPI document.
import * as v from 'valibot';

const bits = v.pipe(v.number(), v.description('log2 of the number of admissible passwords, to one decimal.'));
const strength = v.picklist(['very_weak', 'weak', 'fair', 'strong', 'very_strong']);
const admissible = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d*$/),
  v.description('The exact number of passwords that were equally likely, in decimal digits.'),
);
const atLeast = v.optional(
  v.pipe(
    v.boolean(),
    v.description('Present and true if admissible and entropy_bits are proven lower bounds.'),
  ),
);

/** How rules changed the options. */
const fit = v.object({
  site: v.optional(v.pipe(v.string(), v.description('The domain that was asked for.'))),
  site_rules: v.optional(
    v.nullable(v.pipe(v.string(), v.description('The bundled rules of the domain; null if there are none.'))),
  ),
  adjustments: v.pipe(
    v.array(v.looseObject({ code: v.string() })),
    v.description('What the rules changed in the options, by code.'),
  ),
});

const figures = {
  entropy_bits: bits,
  strength,
  admissible,
  at_least: atLeast,
  fit: v.optional(fit),
};

/** One password with its figures. */
export const passwordReply = v.object({ password: v.string(), length: v.number(), ...figures });

/** Several passwords with the figures of each. */
export const listReply = v.object({ count: v.number(), passwords: v.array(v.string()), ...figures });

/** How many passwords options admit. */
export const countReply = v.object(figures);

export type PasswordReply = v.InferOutput<typeof passwordReply>;
export type Figures = v.InferOutput<typeof countReply>;

/** The codes of errors. */
export const ERROR_CODES = [
  'MALFORMED',
  'UNAUTHORIZED',
  'FORBIDDEN',
  'NOT_FOUND',
  'METHOD_NOT_ALLOWED',
  'PAYLOAD_TOO_LARGE',
  'URI_TOO_LONG',
  'UNSUPPORTED_MEDIA_TYPE',
  'VALIDATION_ERROR',
  'RATE_LIMIT_EXCEEDED',
  'INTERNAL_ERROR',
  'STORE_UNAVAILABLE',
  'OVERLOADED',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** The body of every error. */
export const errorReply = v.object({
  error: v.string(),
  code: v.picklist(ERROR_CODES),
  details: v.optional(
    v.object({
      field: v.pipe(v.string(), v.description('The parameter at fault.')),
      problem: v.optional(v.string()),
    }),
  ),
  retry_after: v.optional(v.pipe(v.number(), v.description('Seconds until the next request is accepted.'))),
});
