import type { Kysely, Selectable } from 'kysely';
import type { Scope } from '../keys.ts';
import type { ApiKeys, Database } from './database.ts';
import type { KeyRecord, KeyStore } from './key-store.ts';

/** A store in a database whose tables are up to date. */
export function sqlStore(database: Kysely<Database>): KeyStore {
  const keys = () => database.selectFrom('api_keys').selectAll();
  const insertInto = (connection: Kysely<Database>, record: KeyRecord) =>
    connection.insertInto('api_keys').values(rowOf(record)).execute();
  return {
    async find(id) {
      const row = await keys().where('id', '=', id).executeTakeFirst();
      return row && recordOf(row);
    },
    async list() {
      return (await keys().orderBy('created_at').orderBy('id').execute()).map(recordOf);
    },
    async insert(record) {
      await insertInto(database, record);
    },
    async replace(id, oldExpiresAt, successor) {
      await database.transaction().execute(async (connection) => {
        await insertInto(connection, successor);
        const changed = { expires_at: oldExpiresAt };
        await connection.updateTable('api_keys').set(changed).where('id', '=', id).execute();
      });
    },
    async revoke(id, at) {
      const open = database.updateTable('api_keys').set({ revoked_at: at });
      const { numUpdatedRows } = await open
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n || (await keys().where('id', '=', id).executeTakeFirst()) !== undefined;
    },
    async touch(usedAt) {
      for (const [id, at] of usedAt)
        await database.updateTable('api_keys').set({ last_used_at: at }).where('id', '=', id).execute();
    },
    async ping() {
      await database.selectFrom('api_keys').select('id').limit(1).execute();
    },
    close: () => database.destroy(),
  };
}

const words = (text: string) => text.split(' ').filter((word) => word !== '');

function recordOf(row: Selectable<ApiKeys>): KeyRecord {
  return {
    id: row.id,
    hash: row.hash,
    label: row.label,
    scopes: words(row.scopes) as Scope[],
    addresses: words(row.addresses),
    limitPerMinute: row.limit_per_minute,
    createdAt: row.created_at,
    expiresAt: row.expires_at ?? undefined,
    revokedAt: row.revoked_at ?? undefined,
    lastUsedAt: row.last_used_at ?? undefined,
    rotatedFrom: row.rotated_from ?? undefined,
  };
}

function rowOf(record: KeyRecord) {
  return {
    id: record.id,
    hash: record.hash,
    label: record.label,
    scopes: record.scopes.join(' '),
    addresses: record.addresses.join(' '),
    limit_per_minute: record.limitPerMinute,
    created_at: record.createdAt,
    expires_at: record.expiresAt ?? null,
    revoked_at: record.revokedAt ?? null,
    last_used_at: record.lastUsedAt ?? null,
    rotated_from: record.rotatedFrom ?? null,
  };
}
