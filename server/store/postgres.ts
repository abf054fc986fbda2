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

/** A pool of connections and the store over it. */
interface Connected {
  readonly database: Kysely<Database>;
  readonly store: KeyStore;
  /** Ends all connections at once, also those that wait for an answer. */
  end(): Promise<void>;
}

function connect(url: string): Connected {
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
  return { database, store: sqlStore(database), end: () => sql.end({ timeout: 0 }) };
}

/** Opens the keys in PostgreSQL. Throws if it does not answer or refuses the login. */
export async function openPostgres(url: string): Promise<KeyStore> {
  const first = connect(url);
  try {
    await migrate(first.database);
  } catch (error) {
    await first.end();
    throw error;
  }
  return lasting(first, () => connect(url));
}

/**
 * A store whose pool is replaced when a call fails, because the driver loses a connection of its pool for
 * good when the server goes away while it is being reserved. Calls without an answer are rejected in time.
 */
function lasting(first: Connected, reconnect: () => Connected): KeyStore {
  let current = first;
  const call = async <Result>(run: (store: KeyStore) => Promise<Result>): Promise<Result> => {
    const used = current;
    try {
      return await inTime(run(used.store));
    } catch (error) {
      if (current === used) current = reconnect();
      void used.end();
      throw error;
    }
  };
  return {
    find: (id) => call((store) => store.find(id)),
    list: () => call((store) => store.list()),
    insert: (record) => call((store) => store.insert(record)),
    replace: (id, at, successor) => call((store) => store.replace(id, at, successor)),
    revoke: (id, at) => call((store) => store.revoke(id, at)),
    touch: (usedAt) => call((store) => store.touch(usedAt)),
    ping: () => call((store) => store.ping()),
    close: () => current.end(),
  };
}

function inTime<Result>(answer: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error('The database did not answer in time.'));
    const timer = setTimeout(late, QUERY_MS);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
