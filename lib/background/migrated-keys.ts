import { migrateKey } from '../storage/migrate-key.ts';

let migrating: Promise<void> | undefined;

/** Resolves once a key that an older version stored can be used. A failed attempt is repeated. */
export function keysMigrated(): Promise<void> {
  migrating ??= migrateKey().catch(() => {
    migrating = undefined;
  });
  return migrating;
}
