import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './database.ts';

/** The changes of the tables, in order. One that has shipped never changes. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '2026-11-29-keys': {
    async up(database: Kysely<unknown>) {
      await database.schema
        .createTable('api_keys')
        .addColumn('id', 'varchar(16)', (column) => column.primaryKey())
        .addColumn('hash', 'varchar(64)', (column) => column.notNull())
        .addColumn('label', 'varchar(100)', (column) => column.notNull())
        .addColumn('scopes', 'varchar(200)', (column) => column.notNull())
        .addColumn('addresses', 'varchar(2000)', (column) => column.notNull())
        .addColumn('limit_per_minute', 'integer', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('expires_at', 'bigint')
        .addColumn('revoked_at', 'bigint')
        .addColumn('last_used_at', 'bigint')
        .addColumn('rotated_from', 'varchar(16)')
        .execute();
    },
  },
};

/**
 * Brings the tables up to date. On PostgreSQL, servers that start together wait for each other. Throws if a
 * change fails or if the database is of a newer version.
 */
export async function migrate(database: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve(MIGRATIONS) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
