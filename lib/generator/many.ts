import { type Failure, failure, rangeFault } from './errors.ts';
import type { PasswordSet } from './sampling/password-set.ts';

declare function setTimeout(callback: () => void, milliseconds: number): unknown;

/** Options of `generateMany`. */
export interface ManyOptions {
  /** Whether the same password may occur twice; by default it may not. */
  readonly duplicates?: boolean | undefined;
  /** An `AbortSignal` that stops the generator. Leaving the loop stops it as well. */
  readonly signal?: { readonly aborted: boolean } | undefined;
}

/** Some of the passwords, and the number made so far. */
export interface Chunk {
  readonly passwords: readonly string[];
  readonly done: number;
  readonly total: number;
}

/** The most passwords of one request. All stay in memory (about 100 MB) to notice duplicates. */
export const MAX_MANY = 1_000_000;

/** Draws between two pauses. At up to 2 µs each they fit into the 16 ms that a page has for a frame. */
const CHUNK_DRAWS = 4000;

/**
 * Makes `total` passwords of a set in chunks. After each chunk a pause lets a page draw and react. At each
 * place every password is equally likely, among those not made yet unless duplicates are allowed.
 */
export function manyOf(
  set: PasswordSet,
  total: number,
  options: ManyOptions,
): { readonly ok: true; readonly chunks: AsyncGenerator<Chunk, void> } | Failure {
  const fault = rangeFault('count', total, 1, MAX_MANY);
  if (fault) return fault;
  if (!options.duplicates && set.count < BigInt(total)) {
    return failure('too_few', 'count', `(${set.count} exist)`);
  }
  return { ok: true, chunks: chunksOf(set, total, options) };
}

async function* chunksOf(set: PasswordSet, total: number, options: ManyOptions): AsyncGenerator<Chunk, void> {
  const made = new Set<string>();
  for (let done = 0; done < total && !options.signal?.aborted; ) {
    const passwords: string[] = [];
    for (let draw = 0; draw < CHUNK_DRAWS && done + passwords.length < total; draw++) {
      const password = set.next();
      if (made.has(password)) continue;
      if (!options.duplicates) made.add(password);
      passwords.push(password);
    }
    done += passwords.length;
    yield { passwords, done, total };
    if (done < total) await new Promise<void>((resolve) => setTimeout(resolve, 0));
  }
}
