import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { chosenKind, fillKind } from '../../../lib/storage/kind-options.ts';

const store = (version: number, value: unknown) =>
  fakeBrowser.storage.local.set({ kind: { version, value } });

describe('the kind that the menu and the shortcut fill', () => {
  it('is a password until the settings change it', async () => {
    expect(await fillKind.read()).toBe('password');
    await fillKind.update(() => 'passphrase');
    expect(await fillKind.read()).toBe('passphrase');
    expect(await chosenKind.read()).toBe('password');
  });

  it.each(['pin', 'passphrase', 'pronounceable'] as const)(
    'stays a password when the popup shows a %s',
    async (kind) => {
      await chosenKind.update(() => kind);
      expect([await chosenKind.read(), await fillKind.read()]).toEqual([kind, 'password']);
    },
  );

  it.each([
    ['password', 'password'],
    ['passphrase', 'passphrase'],
    ['pronounceable', 'pronounceable'],
    ['pin', 'password'],
    ['rhyme', 'password'],
    [{ kind: 'pin' }, 'password'],
    [null, 'password'],
  ])('was chosen by the popup in version 1: %j gives %s', async (stored, kind) => {
    await store(1, stored);
    expect(await fillKind.read()).toBe(kind);
  });

  it('keeps what the migration gave when the popup chooses another', async () => {
    await store(1, 'pronounceable');
    await chosenKind.update(() => 'pin');
    expect([await chosenKind.read(), await fillKind.read()]).toEqual(['pin', 'pronounceable']);
  });

  it('leaves the popup with the kind that it showed last', async () => {
    await store(1, 'pin');
    expect(await chosenKind.read()).toBe('pin');
  });

  it.each([['pin'], [7], [{ popup: 3, fill: ['pin'] }], [{ fill: 'toString' }]])(
    'is a password if %j is stored',
    async (stored) => {
      await store(2, stored);
      expect([await chosenKind.read(), await fillKind.read()]).toEqual(['password', 'password']);
    },
  );

  it('reports its own changes only', async () => {
    const seen: string[] = [];
    fillKind.watch((kind) => seen.push(kind));
    await fillKind.update(() => 'passphrase');
    await fillKind.update(() => 'passphrase');
    expect(seen).toEqual(['passphrase']);
  });
});
