// Makes keys in the file of the first argument until it is killed, and prints each once it is stored.
import { writeSync } from 'node:fs';
import { keyAdmin } from '../../../server/key-admin.ts';
import { DEFAULT_SCOPES } from '../../../server/keys.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';

const admin = keyAdmin(await openSqlite(process.argv[2] ?? ''), Date.now);
for (let made = 0; made < 1000; made++) {
  const settings = { label: '', scopes: DEFAULT_SCOPES, addresses: [], limitPerMinute: 60 };
  const { key } = await admin.create({ ...settings, expiresAt: undefined });
  writeSync(1, `${key}\n`);
}
