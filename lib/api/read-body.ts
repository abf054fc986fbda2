/** The limit counts bytes after decompression; a regular reply has a few hundred. */
const MAX_BODY_BYTES = 64 * 1024;

/** A complete body, or why there is none. */
export type Body =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly code: 'too_large' | 'cut_off' };

/**
 * Reads a body chunk by chunk, up to 64 kB. The limit applies after decompression, so that it also stops a
 * small reply that unpacks to gigabytes.
 */
export async function readBody(stream: ReadableStream<Uint8Array> | null): Promise<Body> {
  if (!stream) return { ok: true, bytes: new Uint8Array() };
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { ok: true, bytes: concatenate(chunks, size) };
      size += value.byteLength;
      if (size > MAX_BODY_BYTES) {
        // Not awaited, because cancelling an endless stream may never settle.
        reader.cancel().catch(() => {});
        return { ok: false, code: 'too_large' };
      }
      chunks.push(value);
    }
  } catch {
    return { ok: false, code: 'cut_off' };
  }
}

function concatenate(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

/**
 * Parses a body as JSON whatever its content type is; `undefined` if it is not JSON. A byte order mark is
 * allowed, as in `Response.json`; bytes that are not UTF-8 are an error.
 */
export function parseJsonBody(bytes: Uint8Array): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return undefined;
  }
}
