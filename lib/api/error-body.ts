import * as v from 'valibot';

/** An error body of this contract: a sentence and, if there is one, a code. */
export interface ErrorBody {
  readonly error: string;
  readonly code?: string;
}

const text = v.fallback(v.optional(v.string()), undefined);

/**
 * The bodies of the contract, `{"error"}` and `{"error","code"}`, problem+json, and two other common shapes.
 */
const errorSchema = v.object({
  error: v.fallback(v.optional(v.union([v.string(), v.object({ message: text, code: text })])), undefined),
  code: text,
  detail: text,
  title: text,
  message: text,
});

/** The raw text of an error body; `message` is the server's sentence, whatever member holds it. */
interface ErrorText {
  readonly message: string;
  readonly code: string;
}

/** Reads any JSON value as an error; missing members become empty texts. */
export function readErrorBody(json: unknown): ErrorText {
  const parsed = v.safeParse(errorSchema, json);
  if (!parsed.success) return { message: '', code: '' };
  const { error, code, detail, title, message } = parsed.output;
  const nested = typeof error === 'object' ? error : { message: error, code: undefined };
  return {
    message: nested.message ?? detail ?? title ?? message ?? '',
    code: code ?? nested.code ?? '',
  };
}
