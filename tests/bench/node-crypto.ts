/** The page's stand-in for Node's crypto and sodium, made as bundlers' polyfills do it. */
export function randomBytes(count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  crypto.getRandomValues(bytes);
  return bytes;
}

export function randombytes_buf(bytes: Uint8Array<ArrayBuffer>): void {
  crypto.getRandomValues(bytes);
}

export const webcrypto = globalThis.crypto;
export default { randomBytes, randombytes_buf, webcrypto };
