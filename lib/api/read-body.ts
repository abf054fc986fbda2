/** Largest reply that is read, in bytes after decompression; an honest one has a few hundred. */
export const MAX_BODY_BYTES = 64 * 1024;

/** A body as a whole, or why there is none. */
export type Body =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly code: 'too_large' | 'cut_off' };

/**
 * Reads a body piece by piece and stops at the limit. What is counted is what decompression gives, so that a small
 * reply which unpacks to gigabytes stops there too.
 */
export async function readBody(stream: ReadableStream<Uint8Array> | null): Promise<Body> {
  if (!stream) return { ok: true, bytes: new Uint8Array() };
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { ok: true, bytes: joined(pieces, size) };
      size += value.byteLength;
      if (size > MAX_BODY_BYTES) {
        // Not awaited: a stream that never ends may never end to be cancelled either.
        reader.cancel().catch(() => {});
        return { ok: false, code: 'too_large' };
      }
      pieces.push(value);
    }
  } catch {
    return { ok: false, code: 'cut_off' };
  }
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.byteLength;
  }
  return whole;
}

/**
 * The JSON value in a body, or undefined if there is none. What the body holds counts, not what its content type
 * claims. A byte order mark is let pass, as `Response.json` does; bytes that are not UTF-8 are not.
 */
export function jsonIn(bytes: Uint8Array): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return undefined;
  }
}
