import { crc32 } from 'node:zlib';
import { keyAdmin } from '../../../server/key-admin.ts';
import { storedKeys } from '../../../server/key-ring.ts';
import { DEFAULT_SCOPES } from '../../../server/keys.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';

const SAMPLES = 100_000;

/** Welch's t of the times for secrets that are wrong in the first digit and in the last. */
export async function timing(): Promise<{ readonly t: number; readonly samples: number }> {
  const store = await openSqlite(':memory:');
  const settings = { label: '', scopes: DEFAULT_SCOPES, addresses: [], limitPerMinute: 60 };
  const { key } = await keyAdmin(store, Date.now).create({ ...settings, expiresAt: undefined });
  const ring = storedKeys(store, Date.now);
  const [first, last] = [wrongAt(key, 0), wrongAt(key, 63)];
  const times = { first: new Float64Array(SAMPLES), last: new Float64Array(SAMPLES) };
  for (let i = -2000; i < SAMPLES; i++) {
    // The order changes, so that neither is always the one with the warm cache.
    for (const which of i % 2 ? (['first', 'last'] as const) : (['last', 'first'] as const)) {
      const startedMs = performance.now();
      await ring.check(which === 'first' ? first : last);
      if (i >= 0) times[which][i] = performance.now() - startedMs;
    }
  }
  await store.close();
  return { t: welch(times.first, times.last), samples: SAMPLES };
}

/** A key with another digit at one place of its secret, and the checksum for that. */
function wrongAt(key: string, at: number): string {
  const [, id, secret = ''] = key.split('_');
  const other = secret[at] === '0' ? '1' : '0';
  const body = `pmint_${id}_${secret.slice(0, at)}${other}${secret.slice(at + 1)}`;
  return `${body}_${crc32(body).toString(16).padStart(8, '0')}`;
}

function welch(one: Float64Array, other: Float64Array): number {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [a, b] = [mean(one), mean(other)];
  const variance = (values: Float64Array, m: number) =>
    values.reduce((sum, value) => sum + (value - m) ** 2, 0) / (values.length - 1);
  return (a - b) / Math.sqrt(variance(one, a) / one.length + variance(other, b) / other.length);
}
