// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useStored } from '../../../components/hooks/use-stored.ts';
import { Boundary } from '../../../components/shared/Boundary.tsx';
import { clipboardSettings } from '../../../lib/storage/clipboard-settings.ts';
import { kindOptions } from '../../../lib/storage/kind-options.ts';
import { recentPasswords } from '../../../lib/storage/recent-passwords.ts';
import { siteRecipes } from '../../../lib/storage/site-recipes.ts';
import type { StoredItem } from '../../../lib/storage/stored-item.ts';
import { text } from '../../support/locale.ts';
import { fakeBackground } from '../fake-background.ts';
import { openOptions } from '../options/open-options.tsx';
import { openPopup } from '../popup/open-popup.tsx';

afterEach(cleanup);

const RECIPES = { 'a.example': 'maxlength: 12;' };

/** Lets the browser fail to read one item until it is removed. */
function breakReading({ key }: StoredItem<unknown>, area: 'local' | 'session'): void {
  const storage = fakeBrowser.storage[area];
  const { get, remove } = storage;
  let isBroken = true;
  storage.get = vi.fn(async (keys: unknown) => {
    if (isBroken && String(keys) === key) throw new Error('IO error: corrupted block');
    return Reflect.apply(get, storage, [keys]);
  }) as never;
  storage.remove = vi.fn(async (keys: unknown) => {
    if (String(keys) === key) isBroken = false;
    await Reflect.apply(remove, storage, [keys]);
  }) as never;
}

const sentence = (key: string) => text(`reset_${key}` as never);
const resetButtons = () => screen.getAllByRole('button', { name: text('reset') });
const stored = async () => ({
  local: Object.keys(await fakeBrowser.storage.local.get()),
  session: Object.keys(await fakeBrowser.storage.session.get()),
});

describe('an item that the browser cannot read', () => {
  const originals = { ...fakeBrowser.storage.local };
  const sessionOriginals = { ...fakeBrowser.storage.session };
  beforeEach(async () => {
    Object.assign(fakeBrowser.storage.local, originals);
    Object.assign(fakeBrowser.storage.session, sessionOriginals);
    fakeBackground();
    await siteRecipes.update(() => RECIPES);
    await kindOptions.password.update((options) => ({ ...options, length: 33 }));
    await clipboardSettings.update(() => ({ seconds: 90, offer: true }));
  });
  afterEach(() => {
    Object.assign(fakeBrowser.storage.local, originals);
    Object.assign(fakeBrowser.storage.session, sessionOriginals);
  });

  it('is named by its section of the settings, and is reset alone', async () => {
    breakReading(siteRecipes, 'local');
    const user = await openOptions();
    await screen.findByText(sentence('site_recipes'));
    const [reset, ...others] = resetButtons();
    expect(others).toEqual([]);
    await user.click(reset as Element);
    await screen.findByText(text('recipe_none'));
    expect(screen.queryByText(text('broken'))).toBeNull();
    expect((await stored()).local.sort()).toEqual(['clipboard', 'generatorOptions']);
  });

  it('is named by the popup, which then opens as before', async () => {
    breakReading(kindOptions.password, 'local');
    const { Popup } = await import('../../../components/popup/Popup.tsx');
    render(<Popup />);
    await screen.findByText(sentence('generatorOptions'));
    expect(screen.queryByText(sentence('kind'))).toBeNull();
    await userEvent.setup().click(resetButtons()[0] as Element);
    await screen.findByRole('button', { name: text('popup_copy') });
    expect((await stored()).local.sort()).toEqual(['clipboard', 'site-recipes']);
  });

  it('leaves the rest of the popup as it is, if that does without', async () => {
    await recentPasswords.update(() => [{ id: 'a', password: 'Old-one-22', at: 1 }]);
    breakReading(recentPasswords, 'session');
    const user = await openPopup();
    await screen.findByText(sentence('recentPasswords'));
    expect(document.querySelector('#password')?.textContent).not.toBe('');
    await user.click(resetButtons()[0] as Element);
    await waitFor(() => expect(screen.queryByText(text('broken'))).toBeNull());
    expect((await stored()).session).not.toContain('recentPasswords');
  });

  it('says so if it cannot be reset either, and can be tried again', async () => {
    breakReading(siteRecipes, 'local');
    const { remove } = fakeBrowser.storage.local;
    fakeBrowser.storage.local.remove = vi.fn(() => Promise.reject(new Error('IO error'))) as never;
    const user = await openOptions();
    await screen.findByText(sentence('site_recipes'));
    await user.click(resetButtons()[0] as Element);
    await waitFor(() => expect(screen.getAllByText(text('storage_failed')).length).toBeGreaterThan(0));
    fakeBrowser.storage.local.remove = remove;
    await user.click(resetButtons()[0] as Element);
    await screen.findByText(text('recipe_none'));
  });
});

describe('an error of rendering', () => {
  let isBroken = true;
  function Fragile() {
    const [settings] = useStored(clipboardSettings);
    if (settings && isBroken && settings.seconds === 90) throw new TypeError('a bug');
    return <p>{settings ? `shown ${settings.seconds}` : null}</p>;
  }
  const open = async () => {
    isBroken = true;
    await clipboardSettings.update(() => ({ seconds: 90, offer: true }));
    await siteRecipes.update(() => RECIPES);
    render(
      <>
        <Boundary items={[clipboardSettings, siteRecipes]}>
          <Fragile />
        </Boundary>
        <p>the rest</p>
      </>,
    );
    await screen.findByText(text('broken'));
    return userEvent.setup();
  };

  it('offers each item that is shown, and resets the one that is chosen', async () => {
    const user = await open();
    expect(screen.getByText('the rest')).toBeTruthy();
    const row = screen.getByText(sentence('clipboard')).closest('li') as HTMLElement;
    expect(resetButtons()).toHaveLength(2);
    await user.click(within(row).getByRole('button'));
    await screen.findByText('shown 60');
    expect(await siteRecipes.read()).toEqual(RECIPES);
  });

  it('can be tried again without a reset', async () => {
    const user = await open();
    isBroken = false;
    await user.click(screen.getByRole('button', { name: text('broken_retry') }));
    await screen.findByText('shown 90');
  });
});

describe('a damaged item', () => {
  beforeEach(async () => {
    fakeBackground();
    await siteRecipes.update(() => RECIPES);
    const value = { length: 'long', exclude: 'xyz' };
    await fakeBrowser.storage.local.set({ generatorOptions: { version: 2, value } });
  });

  it.each([
    ['the popup', openPopup],
    ['the settings', openOptions],
  ])('is named by %s, which uses what is valid of it, and is reset alone', async (_, open) => {
    const user = await open();
    await screen.findByText(sentence('generatorOptions'));
    expect(await kindOptions.password.read()).toMatchObject({ length: 16, exclude: 'xyz' });
    expect(await stored()).toMatchObject({ local: expect.arrayContaining(['generatorOptions']) });
    await user.click(resetButtons()[0] as Element);
    await waitFor(() => expect(screen.queryByText(text('damaged'))).toBeNull());
    expect(await kindOptions.password.read()).toMatchObject({ length: 16, exclude: '' });
    expect(await siteRecipes.read()).toEqual(RECIPES);
  });

  it('is named no more once the person has changed it', async () => {
    await openOptions();
    await screen.findByText(sentence('generatorOptions'));
    await act(async () => {
      await kindOptions.password.update((options) => ({ ...options, length: 20 }));
    });
    expect(screen.queryByText(text('damaged'))).toBeNull();
  });
});
