import { type Failure, failure, rangeFault } from './errors.ts';
import type { PasswordSet } from './sampling/password-set.ts';

declare function setTimeout(callback: () => void, milliseconds: number): unknown;

/** How many passwords are made. */
export interface ManyOptions {
  /** Whether the same password may come twice; left out, it may not. */
  readonly duplicates?: boolean | undefined;
  /** Stops the making once it is aborted, as an `AbortSignal` is; leaving the loop stops it as well. */
  readonly signal?: { readonly aborted: boolean } | undefined;
}

/** Some of the passwords, and how many have been made by now. */
export interface Chunk {
  readonly passwords: readonly string[];
  readonly done: number;
  readonly total: number;
}

/** Most passwords that can be asked for at once: they are all kept in memory (about 100 MB) to tell doubles. */
export const MAX_MANY = 1_000_000;

/** Draws between two pauses: at up to 2 µs a draw a page stays fluent, which has 16 ms for a frame. */
const CHUNK_DRAWS = 4000;

/**
 * Makes `total` passwords of a set in chunks, with a pause after each in which a page can draw and react. They are an
 * ordered sample, each password equally likely at each place, of those not yet made if no double may come.
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
