import { readFileSync } from 'node:fs';
import type { KeySource } from '../start.ts';
import { openStore } from './open-store.ts';
import { UsageError } from './usage-error.ts';

/** The shortest single key, in characters. */
const SHORTEST = 32;

/** Finds the keys: the single one of `--key-file` or `PASSMINT_API_KEY`, or a store. */
export async function keySource(
  { keyFile, data, limit }: { readonly keyFile?: string; readonly data?: string; readonly limit: number },
  env: NodeJS.ProcessEnv,
): Promise<KeySource & { readonly place: string }> {
  if (keyFile !== undefined) return single(readKey(keyFile), '--key-file', limit);
  if (env.PASSMINT_API_KEY !== undefined) return single(env.PASSMINT_API_KEY, 'PASSMINT_API_KEY', limit);
  return openStore(data, env);
}

function single(text: string, place: string, limitPerMinute: number) {
  const secret = text.trim();
  if (secret.length < SHORTEST)
    throw new UsageError(
      `The key of ${place} must have at least ${SHORTEST} characters. “openssl rand -hex 32” makes one.`,
    );
  if (/[^\x21-\x7e]/.test(secret))
    throw new UsageError(`The key of ${place} must be ASCII letters, digits and symbols without spaces.`);
  return { secret, limitPerMinute, place };
}

function readKey(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`The key file ${file} can’t be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}
