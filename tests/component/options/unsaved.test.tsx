// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { clipboardSettings } from '../../../lib/storage/clipboard-settings.ts';
import { fillKind, kindOptions } from '../../../lib/storage/kind-options.ts';
import { grantedPermissions, person } from '../../support/fake-browser.ts';
import { brokenStorage } from '../../support/full-storage.ts';
import { text } from '../../support/locale.ts';
import { openOptions } from './open-options.tsx';

afterEach(cleanup);

const clear = () => screen.getByRole<HTMLInputElement>('switch', { name: text('options_clear') });
const FAILED = text('storage_failed');
const failing = () => Promise.reject(new Error('This call is blocked.'));

describe('a setting that cannot be saved', () => {
  it.each([
    ['an option', () => screen.getByRole('checkbox', { name: text('option_symbols') })],
    ['the reset', () => screen.getByRole('button', { name: text('options_reset') })],
  ])('shows what is stored again, and the page says so (%s)', async (_, control) => {
    await kindOptions.password.update((options) => ({ ...options, length: 33 }));
    const user = await openOptions();
    brokenStorage('local');
    await user.click(control());
    await screen.findByText(FAILED);
    expect(screen.getByRole('spinbutton', { name: text('option_length') })).toHaveProperty('value', '33');
    expect(screen.getByRole('checkbox', { name: text('option_symbols') })).toHaveProperty('checked', true);
  });

  it('shows what is stored again, where it is a choice or a number', async () => {
    const user = await openOptions();
    brokenStorage('local');
    const kind = screen.getByRole('combobox', { name: text('options_fill_kind') });
    await user.selectOptions(kind, text('kind_pin'));
    await screen.findByText(FAILED);
    expect(kind).toHaveProperty('value', 'password');
    const seconds = screen.getByRole('spinbutton', { name: text('options_clear_seconds') });
    await user.type(seconds, '0');
    await screen.findByText(FAILED);
    await waitFor(() => expect(seconds).toHaveProperty('value', '60'));
    expect([await fillKind.read(), (await clipboardSettings.read()).seconds]).toEqual(['password', 60]);
  });

  it('is told of until the person does something else, and told of anew', async () => {
    const user = await openOptions();
    const broken = brokenStorage('local');
    const symbols = screen.getByRole('checkbox', { name: text('option_symbols') });
    await user.click(symbols);
    await screen.findByText(FAILED);
    await user.click(screen.getByRole('heading', { name: text('options_generator') }));
    await waitFor(() => expect(screen.queryByText(FAILED)).toBeNull());
    await user.click(symbols);
    await screen.findByText(FAILED);
    broken.mockRestore();
    await user.click(symbols);
    await waitFor(async () => expect(await kindOptions.password.read()).toMatchObject({ symbols: false }));
    expect(screen.queryByText(FAILED)).toBeNull();
  });
});

describe('the switch of the clipboard', () => {
  it('stays off where the person denies the permission', async () => {
    const user = await openOptions();
    person.allows = false;
    await user.click(clear());
    await waitFor(() => expect(clear().checked).toBe(false));
    expect([...grantedPermissions]).toEqual([]);
  });

  it.each(['request', 'remove'] as const)('stays where it was if the browser fails to %s', async (name) => {
    const isOn = name === 'remove';
    if (isOn) grantedPermissions.add('clipboardRead').add('clipboardWrite');
    const user = await openOptions();
    fakeBrowser.permissions[name] = failing as never;
    await user.click(clear());
    await screen.findByText(text('message_failed'));
    expect(clear().checked).toBe(isOn);
  });
});

describe('the shortcut', () => {
  it('says where to look if the browser opens no page for it', async () => {
    const user = await openOptions();
    fakeBrowser.tabs.create = vi.fn(failing) as never;
    await user.click(screen.getByRole('button', { name: text('options_shortcut_change') }));
    await screen.findByText(text('options_shortcut_blocked'));
  });

  it('is not shown as missing if the browser does not tell it', async () => {
    const user = await openOptions();
    fakeBrowser.commands.getAll = failing as never;
    window.dispatchEvent(new Event('focus'));
    await screen.findByText(text('broken'));
    fakeBrowser.commands.getAll = (async () => [{ name: 'fill-password', shortcut: 'Alt+P' }]) as never;
    await user.click(screen.getByRole('button', { name: text('broken_retry') }));
    await screen.findByText('Alt+P');
  });
});
