import * as v from 'valibot';

/** An error body of this contract: a sentence and, if there is one, a code. */
export interface ErrorBody {
  readonly error: string;
  readonly code?: string;
}

const text = v.fallback(v.optional(v.string()), undefined);
const seconds = v.fallback(v.optional(v.union([v.string(), v.number()])), undefined);
const nestedSchema = v.object({ message: text, code: text, retry_after: seconds });

/**
 * The bodies of the contract, `{"error"}` and `{"error","code"}`, problem+json, and two other common shapes.
 */
const errorSchema = v.object({
  error: v.fallback(v.optional(v.union([v.string(), nestedSchema])), undefined),
  code: text,
  detail: text,
  title: text,
  message: text,
  retry_after: seconds,
});

/** The raw text of an error body; `message` is the server's sentence, whatever member holds it. */
interface ErrorText {
  readonly message: string;
  readonly code: string;
  /** After how many seconds the server accepts the next request, unchecked. */
  readonly retryAfter?: string | number | undefined;
}

/** Reads any JSON value as an error; missing members become empty texts. */
export function readErrorBody(json: unknown): ErrorText {
  const parsed = v.safeParse(errorSchema, json);
  if (!parsed.success) return { message: '', code: '' };
  const { error, code, detail, title, message, retry_after } = parsed.output;
  const nested: v.InferOutput<typeof nestedSchema> = typeof error === 'object' ? error : { message: error };
  return {
    message: nested.message ?? detail ?? title ?? message ?? '',
    code: code ?? nested.code ?? '',
    retryAfter: retry_after ?? nested.retry_after,
  };
}
