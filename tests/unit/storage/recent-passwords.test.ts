import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  entriesOf,
  lastCopied,
  recentPasswords,
  recordOutcome,
  rememberPassword,
} from '../../../lib/storage/recent-passwords.ts';

describe('recent passwords', () => {
  it('are stored newest first, at most twenty, in memory only', async () => {
    for (let i = 0; i < 25; i++)
      await rememberPassword({ action: 'copied', incognito: false, password: `password-${i}` }, i);
    const kept = (await recentPasswords.read()).map(({ password }) => password);
    expect(kept).toHaveLength(20);
    expect(kept[0]).toBe('password-24');
    expect(await fakeBrowser.storage.local.get()).toEqual({});
    expect(await fakeBrowser.storage.sync.get()).toEqual({});
  });

  it('have one entry each, however often they are used', async () => {
    await rememberPassword({ action: 'copied', incognito: false, password: 'one' }, 1);
    await rememberPassword({ action: 'filled', incognito: false, password: 'one', host: 'example.com' }, 2);
    expect(await recentPasswords.read()).toMatchObject([
      { password: 'one', at: 2, copiedAt: 1, host: 'example.com' },
    ]);
  });

  it('hold the outcome of a fill', async () => {
    const { id } = await rememberPassword({
      action: 'filled',
      incognito: false,
      password: 'one',
      host: 'example.com',
    });
    await recordOutcome(id, { code: 'filled', fields: 2 });
    expect(await recentPasswords.read()).toMatchObject([{ outcome: { code: 'filled', fields: 2 } }]);
  });

  it('show which was copied last, even if it was filled since', async () => {
    await rememberPassword({ action: 'copied', incognito: false, password: 'one' }, 1);
    await rememberPassword({ action: 'copied', incognito: false, password: 'two' }, 2);
    await rememberPassword({ action: 'filled', incognito: false, password: 'two', host: 'example.com' }, 3);
    await rememberPassword({ action: 'filled', incognito: false, password: 'three', host: 'example.com' }, 4);
    expect((await lastCopied())?.password).toBe('two');
  });

  it('of private windows are kept apart, even if the password is the same', async () => {
    const copied = { action: 'copied', password: 'one', incognito: true } as const;
    await rememberPassword({ ...copied, incognito: false }, 1);
    await rememberPassword(copied, 2);
    await rememberPassword({ ...copied, incognito: false }, 3);
    const entries = await recentPasswords.read();
    expect(entriesOf(entries, false)).toMatchObject([{ password: 'one', at: 3 }]);
    expect(entriesOf(entries, true)).toMatchObject([{ password: 'one', at: 2 }]);
  });

  it('of private windows push no others out', async () => {
    await rememberPassword({ action: 'copied', password: 'mine', incognito: false });
    for (let i = 0; i < 25; i++)
      await rememberPassword({ action: 'copied', password: `p-${i}`, incognito: true });
    const entries = await recentPasswords.read();
    expect(entriesOf(entries, false)).toMatchObject([{ password: 'mine' }]);
    expect(entriesOf(entries, true)).toHaveLength(20);
  });
});
