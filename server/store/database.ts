import type { ColumnType } from 'kysely';

/** The tables of the store. */
export interface Database {
  readonly api_keys: ApiKeys;
}

/** A key. Lists are texts with spaces, which neither scopes nor addresses contain. */
export interface ApiKeys {
  readonly id: string;
  readonly hash: string;
  readonly label: string;
  readonly scopes: string;
  readonly addresses: string;
  readonly limit_per_minute: number;
  readonly created_at: number;
  readonly expires_at: ColumnType<number | null>;
  readonly revoked_at: ColumnType<number | null>;
  readonly last_used_at: ColumnType<number | null>;
  readonly rotated_from: string | null;
}
