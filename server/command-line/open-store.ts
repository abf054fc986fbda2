import type { KeyStore } from '../store/key-store.ts';
import { openPostgres } from '../store/postgres.ts';
import { openSqlite } from '../store/sqlite.ts';
import { defaultDataFile } from './data-file.ts';
import { UsageError } from './usage-error.ts';

/** Where the keys are, as people may read it: without the password of a database. */
export interface OpenStore {
  readonly store: KeyStore;
  readonly place: string;
}

/** Opens the store that the options and the environment name. Throws a usage error if it cannot be used. */
export async function openStore(file: string | undefined, env: NodeJS.ProcessEnv): Promise<OpenStore> {
  const url = env.DATABASE_URL;
  if (url && file === undefined) return { store: await openServer(url), place: placeOf(url) };
  const place = file ?? defaultDataFile();
  try {
    return { store: await openSqlite(place), place };
  } catch (error) {
    const problem = sqliteProblem(error as Error & { errcode?: number; code?: string });
    throw new UsageError(`The key file ${place} can’t be used: ${problem} Choose another with --data.`);
  }
}

function sqliteProblem({ errcode, code, message }: Error & { errcode?: number; code?: string }): string {
  if (errcode === 26) return 'it isn’t a SQLite database.';
  if (errcode === 13 || code === 'ENOSPC') return 'the disk is full.';
  if (errcode === 8 || code === 'EROFS') return 'it is read-only.';
  if (code === 'EACCES' || code === 'EPERM') return 'permission is denied.';
  if (code === 'EISDIR') return 'it is a folder.';
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'its folder is a file.';
  return `${message.replace(/\.$/, '')}.`;
}

async function openServer(url: string): Promise<KeyStore> {
  const isPostgres = URL.canParse(url) && /^postgres(?:ql)?:$/.test(new URL(url).protocol);
  if (!isPostgres) throw new UsageError('DATABASE_URL must be an address such as postgres://user@host/name.');
  try {
    return await openPostgres(url);
  } catch (error) {
    const { code, name } = error as Error & { code?: string };
    throw new UsageError(
      `The database at ${placeOf(url)} can’t be used (${code ?? name}). Check DATABASE_URL.`,
    );
  }
}

/** The address of a database without its user and password. */
function placeOf(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
