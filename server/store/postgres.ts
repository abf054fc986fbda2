import { Kysely } from 'kysely';
import { PostgresJSDialect } from 'kysely-postgres-js';
import postgres from 'postgres';
import type { Database } from './database.ts';
import type { KeyStore } from './key-store.ts';
import { migrate } from './migrations.ts';
import { sqlStore } from './sql-store.ts';

/** The type of PostgreSQL's 64-bit numbers, which the driver gives as texts unless it is told otherwise. */
const INT8 = 20;

/** A query that takes longer counts as no answer. */
const QUERY_MS = 2000;

/** Opens the keys in PostgreSQL. Throws if it does not answer or refuses the login. */
export async function openPostgres(url: string): Promise<KeyStore> {
  const sql = postgres(url, {
    max: 4,
    connect_timeout: 2,
    backoff: () => 0.5,
    onnotice: () => {},
    // Times are far below 2^53, so that doubles hold them.
    types: { bigint: { to: INT8, from: [INT8], parse: Number, serialize: String } },
    connection: { application_name: 'passmint-server', statement_timeout: QUERY_MS },
  });
  const database = new Kysely<Database>({ dialect: new PostgresJSDialect({ postgres: sql as never }) });
  try {
    await migrate(database);
  } catch (error) {
    await sql.end({ timeout: 0 });
    throw error;
  }
  return withTimeLimit(sqlStore(database));
}

/** Rejects what the store has not answered in time, because a frozen server answers nothing at all. */
function withTimeLimit(store: KeyStore): KeyStore {
  const limited = Object.entries(store).map(([name, method]) => [
    name,
    (...args: unknown[]) => inTime((method as (...given: unknown[]) => Promise<unknown>)(...args)),
  ]);
  return { ...Object.fromEntries(limited), close: store.close };
}

function inTime<Result>(answer: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error('The database did not answer in time.'));
    const timer = setTimeout(late, QUERY_MS);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
