import { describe, expect, it } from 'vitest';
import { addressList, attemptKey, clientAddress, rangeProblem } from '../../server/addresses.ts';
import { keyAdmin } from '../../server/key-admin.ts';
import { readDuration } from '../../server/key-options.ts';
import { storedKeys } from '../../server/key-ring.ts';
import { createKey, DEFAULT_SCOPES, hashOf, idOf } from '../../server/keys.ts';
import { openSqlite } from '../../server/store/sqlite.ts';

const settings = {
  label: 'test',
  scopes: DEFAULT_SCOPES,
  addresses: [],
  limitPerMinute: 60,
  expiresAt: undefined,
};

describe('createKey', () => {
  it('makes keys of 256 random bits with an id and a checksum', () => {
    const keys = Array.from({ length: 200 }, () => createKey());
    for (const { id, key, hash } of keys) {
      expect(key).toMatch(/^pmint_[a-z0-9]{10}_[0-9a-f]{64}_[0-9a-f]{8}$/);
      expect(idOf(key)).toBe(id);
      expect(hash).toBe(hashOf(key));
    }
    expect(new Set(keys.map(({ key }) => key.slice(17))).size).toBe(200);
  });

  it('finds every typo of one character and every two that are swapped', () => {
    const { key } = createKey();
    for (let at = 0; at < key.length; at++) {
      const other = key[at] === 'a' ? 'b' : 'a';
      expect(idOf(key.slice(0, at) + other + key.slice(at + 1))).toBeUndefined();
      const swapped = key.slice(0, at) + (key[at + 1] ?? '') + key[at] + key.slice(at + 2);
      if (swapped !== key) expect(idOf(swapped)).toBeUndefined();
    }
  });

  it.each(['', 'pmint_', ` ${createKey().key}`, `${createKey().key}\n`, createKey().key.toUpperCase()])(
    'takes %j for no key',
    (text) => expect(idOf(text)).toBeUndefined(),
  );
});

describe('the key ring', () => {
  it('asks the store at most once a second for a key, and once for keys that come together', async () => {
    const store = await openSqlite(':memory:');
    const { key } = await keyAdmin(store, Date.now).create(settings);
    let asked = 0;
    let now = Date.now();
    const counting = { ...store, find: (id: string) => store.find(id).finally(() => asked++) };
    const ring = storedKeys(counting, () => now);
    await Promise.all([ring.check(key), ring.check(key), ring.check(key)]);
    expect(asked).toBe(1);
    now += 999;
    expect(ring.recall(key)).toBeDefined();
    now += 1;
    expect(ring.recall(key)).toBeUndefined();
    expect(ring.wasGood(key)).toBe(true);
    await store.close();
  });

  it('lets an expiring key end within the second of its cache', async () => {
    const store = await openSqlite(':memory:');
    let now = Date.now();
    const { key } = await keyAdmin(store, () => now).create({ ...settings, expiresAt: now + 500 });
    const ring = storedKeys(store, () => now);
    expect(await ring.check(key)).toMatchObject({ is: 'known' });
    now += 500;
    expect(ring.recall(key)).toBeUndefined();
    expect(await ring.check(key)).toMatchObject({ is: 'refused', reason: 'expired' });
    await store.close();
  });

  it('ends a revoked key at once in its own process', async () => {
    const store = await openSqlite(':memory:');
    const ring = storedKeys(store, Date.now);
    const admin = keyAdmin(store, Date.now, (id) => ring.forget(id));
    const { key, record } = await admin.create(settings);
    await ring.check(key);
    expect(ring.recall(key)).toBeDefined();
    await admin.revoke(record.id);
    expect(ring.recall(key)).toBeUndefined();
    expect(await ring.check(key)).toMatchObject({ is: 'refused', reason: 'revoked' });
    await store.close();
  });

  it('stores when keys were used', async () => {
    const store = await openSqlite(':memory:');
    const ring = storedKeys(store, () => 1234);
    const { key, record } = await keyAdmin(store, Date.now).create(settings);
    await ring.check(key);
    await store.touch(ring.takeUses());
    expect(ring.takeUses().size).toBe(0);
    expect((await store.find(record.id))?.lastUsedAt).toBe(1234);
    await store.close();
  });
});

describe('rotation', () => {
  it('gives the successor the settings, and ends the old key after the overlap, never later', async () => {
    const store = await openSqlite(':memory:');
    const admin = keyAdmin(store, () => 1000);
    const { record: old } = await admin.create({ ...settings, addresses: ['10.0.0.0/8'], expiresAt: 5000 });
    const first = await admin.rotate(old.id, 3000);
    if (typeof first === 'string') throw new Error(first);
    expect(first.record).toMatchObject({ addresses: ['10.0.0.0/8'], expiresAt: 5000, rotatedFrom: old.id });
    expect((await store.find(old.id))?.expiresAt).toBe(4000);
    await admin.rotate(first.record.id, 9000);
    expect((await store.find(first.record.id))?.expiresAt).toBe(5000);
    expect(await admin.rotate('nothing', 0)).toBe('not_found');
    await admin.revoke(old.id);
    expect(await admin.rotate(old.id, 0)).toBe('revoked');
    await store.close();
  });
});

describe('addresses', () => {
  it.each([
    ['10.0.0.1', true],
    ['10.0.0.0/8', true],
    ['::1/128', true],
    ['2001:db8::/32', true],
    ['10.0.0.0/33', false],
    ['::/129', false],
    ['10.0.0.0/', false],
    ['10.0.0.0/8/8', false],
    ['fe80::1%eth0', false],
    ['example.org', false],
    ['', false],
  ])('takes %j as a range: %s', (text, isRange) => {
    expect(rangeProblem(text) === undefined).toBe(isRange);
  });

  it.each([
    // The peer, what it forwards, the trusted proxies, the client.
    ['127.0.0.1', '198.51.100.1', [], '127.0.0.1'],
    ['127.0.0.1', '198.51.100.1', ['127.0.0.1'], '198.51.100.1'],
    ['127.0.0.1', '1.1.1.1, 198.51.100.1', ['127.0.0.1'], '198.51.100.1'],
    ['127.0.0.1', '198.51.100.1, 10.0.0.9', ['127.0.0.1', '10.0.0.0/8'], '198.51.100.1'],
    ['::ffff:127.0.0.1', '::ffff:198.51.100.1', ['127.0.0.1'], '198.51.100.1'],
    ['127.0.0.1', 'nonsense', ['127.0.0.1'], '127.0.0.1'],
    ['127.0.0.1', undefined, ['127.0.0.1'], '127.0.0.1'],
    ['203.0.113.5', '127.0.0.1', ['127.0.0.1'], '203.0.113.5'],
  ])('reads the client of %s, which forwards %s, behind %j as %s', (peer, forwarded, proxies, client) => {
    expect(clientAddress(peer, forwarded, addressList(proxies))).toBe(client);
  });

  it.each([
    ['198.51.100.1', '198.51.100.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('counts the attempts of %s as those of %s', (address, key) => {
    expect(attemptKey(address)).toBe(key);
  });
});

describe('readDuration', () => {
  it.each([
    ['0', 0],
    ['90s', 90_000],
    ['30m', 1_800_000],
    ['24h', 86_400_000],
    ['90d', 7_776_000_000],
    ['24', undefined],
    ['1w', undefined],
    ['-1h', undefined],
    ['3651d', undefined],
    ['', undefined],
  ])('reads %j as %s ms', (text, ms) => expect(readDuration(text)).toBe(ms));
});
