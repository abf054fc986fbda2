import * as v from 'valibot';

/** An error as a server of this contract writes it: a sentence, and a code where there is one. */
export interface ErrorBody {
  readonly error: string;
  readonly code?: string;
}

const text = v.fallback(v.optional(v.string()), undefined);

/** The documented bodies, `{"error"}` and `{"error","code"}`, problem+json, and the two other common ones. */
const errorSchema = v.object({
  error: v.fallback(v.optional(v.union([v.string(), v.object({ message: text, code: text })])), undefined),
  code: text,
  detail: text,
  title: text,
  message: text,
});

/** What an error body says, raw: `message` is the server's sentence, whatever member it stands in. */
export interface ErrorText {
  readonly message: string;
  readonly code: string;
}

/** Reads any body as an error: what is not there is the empty text, never a failure. */
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
