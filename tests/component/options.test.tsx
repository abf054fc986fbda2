// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Options } from '../../components/options/Options.tsx';
import { DEFAULT_OPTIONS } from '../../lib/generator/index.ts';
import { clipboardSettings } from '../../lib/storage/clipboard-settings.ts';
import { kindOptions } from '../../lib/storage/kind-options.ts';
import { grantedPermissions } from '../support/fake-browser.ts';

afterEach(cleanup);

async function open() {
  const user = userEvent.setup();
  render(<Options />);
  await screen.findByRole('heading', { name: 'New passwords' });
  await screen.findByRole('heading', { name: 'Clipboard' });
  await screen.findByText('Alt+Shift+G');
  return user;
}

describe('the options page', () => {
  it('changes what new passwords are made of, and says how strong that is', async () => {
    const user = await open();
    await user.click(screen.getByRole('checkbox', { name: 'Symbols' }));
    await screen.findByText('Strong · 95.2 bits');
    await waitFor(async () => expect(await kindOptions.password.read()).toMatchObject({ symbols: false }));
    await user.click(screen.getByRole('button', { name: 'Back to the defaults' }));
    await waitFor(async () => expect(await kindOptions.password.read()).toMatchObject(DEFAULT_OPTIONS));
  });

  it('says so when nothing can be made', async () => {
    const user = await open();
    await user.type(screen.getByRole('textbox', { name: 'Exclude' }), '0123456789');
    await screen.findByText(/Every digit is excluded/);
  });

  it('follows what the popup stores', async () => {
    await open();
    await kindOptions.password.write({ ...DEFAULT_OPTIONS, length: 33 });
    await waitFor(() =>
      expect(screen.getByRole('spinbutton', { name: 'Length' })).toHaveProperty('value', '33'),
    );
  });

  it('asks for the clipboard when clearing is switched on, and gives it back', async () => {
    const user = await open();
    const clear = screen.getByRole('switch', { name: 'Clear a copied password from the clipboard' });
    await user.click(clear);
    await waitFor(() => expect(clear).toHaveProperty('checked', true));
    expect([...grantedPermissions]).toEqual(['clipboardRead', 'clipboardWrite']);
    await user.click(clear);
    await waitFor(() => expect(clear).toHaveProperty('checked', false));
    expect([...grantedPermissions]).toEqual([]);
  });

  it('takes seconds in range and keeps the rest out', async () => {
    const user = await open();
    const seconds = screen.getByRole('spinbutton', { name: 'Seconds until it is cleared' });
    await user.clear(seconds);
    await user.type(seconds, '5');
    expect(await clipboardSettings.read()).toMatchObject({ seconds: 60 });
    await user.type(seconds, '00');
    await waitFor(async () => expect(await clipboardSettings.read()).toMatchObject({ seconds: 500 }));
  });

  it('opens the browser’s own page for keys', async () => {
    const user = await open();
    fakeBrowser.tabs.create = vi.fn() as never;
    await user.click(screen.getByRole('button', { name: 'Change the key' }));
    expect(fakeBrowser.tabs.create).toHaveBeenCalledWith({ url: 'chrome://extensions/shortcuts' });
  });
});
