import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import type { Database } from './database.ts';
import type { KeyStore } from './key-store.ts';
import { migrate } from './migrations.ts';
import { sqlStore } from './sql-store.ts';

/** How long a write waits for one of another process. */
const BUSY_MS = 2000;

/**
 * Opens the keys in a file, which is created with its folder for this user alone. A write survives a crash of
 * the process and of the machine once it is answered. Throws if the file cannot be used.
 */
export async function openSqlite(file: string): Promise<KeyStore> {
  if (file !== ':memory:') createFile(file);
  const sqlite = new DatabaseSync(file, { timeout: BUSY_MS });
  try {
    sqlite.exec('pragma journal_mode = wal; pragma synchronous = full;');
    const database = new Kysely<Database>({ dialect: new SqliteDialect({ database: adapted(sqlite) }) });
    await migrate(database);
    return sqlStore(database);
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** SQLite gives its write-ahead log the mode of the database, so only this file needs one. */
function createFile(file: string): void {
  createFolder(path.dirname(path.resolve(file)));
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}

/** Creates a folder and those above it, one by one, because Node’s `recursive` never ends below `/proc`. */
function createFolder(folder: string): void {
  if (existsSync(folder)) return;
  createFolder(path.dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/** The part of better-sqlite3 that Kysely calls, over the SQLite of Node. */
function adapted(sqlite: DatabaseSync) {
  return {
    close: () => sqlite.close(),
    prepare(sql: string) {
      const statement = sqlite.prepare(sql);
      const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (parameters: readonly unknown[]) => statement.all(...values(parameters)),
        run: (parameters: readonly unknown[]) => statement.run(...values(parameters)),
        iterate: (parameters: readonly unknown[]) => statement.iterate(...values(parameters)),
      };
    },
  };
}
