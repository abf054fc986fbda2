// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Popup } from '../../../components/popup/Popup.tsx';
import { MAX_RECIPES } from '../../../lib/site-rules/recipes/recipe.ts';
import { kindOptions } from '../../../lib/storage/kind-options.ts';
import { recentPasswords, rememberPassword } from '../../../lib/storage/recent-passwords.ts';
import { siteRecipes } from '../../../lib/storage/site-recipes.ts';
import { brokenStorage, fullStorage } from '../../support/full-storage.ts';
import { text } from '../../support/locale.ts';
import { background, fakeBackground } from '../fake-background.ts';
import { button, openPopup, shown } from './open-popup.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

const sent = () => background.sent.map(({ name }) => name);
const failing = () => Promise.reject(new Error('This call is blocked.'));
const noFill = (reason: 'memory_full' | 'storage_failed' | 'message_failed') =>
  text('popup_not_filled', text(reason));

describe('a password that cannot be remembered', () => {
  it('is copied, and the popup says that it will not show it again', async () => {
    fullStorage('session');
    const user = await openPopup();
    await user.click(button(text('popup_copy')));
    await screen.findByText(text('popup_copied_unkept'));
    expect(await navigator.clipboard.readText()).toBe(shown());
    expect(await recentPasswords.read()).toEqual([]);
  });

  it.each([
    ['the memory is full', 'memory_full', (): void => fullStorage('session')],
    ['the browser fails', 'storage_failed', (): void => void brokenStorage('session')],
    [
      'the browser gives no lock',
      'message_failed',
      (): void => void vi.spyOn(navigator.locks, 'request').mockImplementation(failing as never),
    ],
  ] as const)('is not filled, and the popup says why (%s)', async (_, reason, breakIt) => {
    background.survey = { host: 'example.com', fields: 2 };
    const user = await openPopup();
    breakIt();
    await user.click(await screen.findByRole('button', { name: text('popup_fill', 2) }));
    await screen.findByText(noFill(reason));
    expect(sent()).not.toContain('popup-to-background:fill');
    vi.restoreAllMocks();
  });

  it('is not filled into a frame, for which Chromium does not even ask', async () => {
    vi.stubEnv('FIREFOX', '');
    background.survey = { host: '', fields: 0, foreign: ['https://accounts.example'] };
    const user = await openPopup();
    fullStorage('session');
    const request = vi.spyOn(fakeBrowser.permissions, 'request');
    await user.click(
      await screen.findByRole('button', { name: text('popup_allow_frame', 'accounts.example') }),
    );
    await screen.findByText(noFill('memory_full'));
    expect(request).not.toHaveBeenCalled();
    expect(sent()).not.toContain('popup-to-background:guard-pending');
    vi.unstubAllEnvs();
  });

  it('is not filled into a frame if the browser fails to ask', async () => {
    background.survey = { host: '', fields: 0, foreign: ['https://accounts.example'] };
    const user = await openPopup();
    fakeBrowser.permissions.request = failing as never;
    await user.click(
      await screen.findByRole('button', { name: text('popup_allow_frame', 'accounts.example') }),
    );
    await screen.findByText(noFill('message_failed'));
  });
});

it('a password that is in the list already is copied again without a warning, whatever fails', async () => {
  const user = await openPopup();
  await user.click(button(text('popup_copy')));
  await screen.findByRole('button', { name: text('clear_accept') });
  brokenStorage('session');
  await user.click(button(text('last_copy')));
  await screen.findByText(text('last_copied_again'));
  await user.click(button(text('popup_copy')));
  await screen.findByText(text('popup_copied'));
  expect(await recentPasswords.read()).toMatchObject([{ password: shown() }]);
});

describe('the last password', () => {
  const OLD = { action: 'filled', incognito: false, password: 'Old-one-22', host: 'example.org' } as const;

  it('is copied again, and the popup says so', async () => {
    await rememberPassword(OLD);
    const user = await openPopup();
    await user.click(await screen.findByRole('button', { name: text('last_copy') }));
    await screen.findByText(text('last_copied_again'));
  });

  it('is shown where it cannot be copied, and can be selected', async () => {
    await rememberPassword(OLD);
    const user = await openPopup();
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(failing);
    await user.click(await screen.findByRole('button', { name: text('last_copy') }));
    await screen.findByText(text('popup_copy_failed'));
    expect(document.querySelector('#last-password code')?.textContent).toBe('Old-one-22');
    await user.click(button(text('last_copy')));
    await screen.findByText(text('popup_copy_selected'));
    expect(String(getSelection())).toBe('Old-one-22');
  });
});

it('a password that the browser does not copy is selected, so that the keys copy it', async () => {
  const user = await openPopup();
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(failing);
  await user.click(button(text('popup_copy')));
  await screen.findByText(text('popup_copy_selected'));
  expect(String(getSelection())).toBe(shown());
  expect(await recentPasswords.read()).toMatchObject([{ password: shown() }]);
});

describe('a change in the popup that cannot be saved', () => {
  it('of the kind shows the stored kind again, and the popup says so', async () => {
    const user = await openPopup();
    brokenStorage('local');
    await user.click(screen.getByRole('tab', { name: text('kind_pin') }));
    await screen.findByText(text('storage_failed'));
    const password = screen.getByRole('tab', { name: text('kind_password') });
    await waitFor(() => expect(password.getAttribute('aria-selected')).toBe('true'));
    expect(shown()).toHaveLength(16);
  });

  it('of an option shows the stored option again, and the popup says so', async () => {
    const user = await openPopup();
    brokenStorage('local');
    const symbols = screen.getByRole<HTMLInputElement>('checkbox', { name: text('option_symbols') });
    await user.click(symbols);
    await screen.findByText(text('storage_failed'));
    expect(symbols.checked).toBe(true);
    expect(await kindOptions.password.read()).toMatchObject({ symbols: true });
  });

  it('of the offer to clear the clipboard is told', async () => {
    const user = await openPopup();
    await user.click(button(text('popup_copy')));
    await screen.findByRole('button', { name: text('clear_decline') });
    brokenStorage('local');
    await user.click(button(text('clear_decline')));
    await screen.findByText(text('storage_failed'));
  });

  it('of a site’s options is told, also where the list of sites is full', async () => {
    background.survey = { host: 'example.com', fields: 1 };
    const user = await openPopup();
    const broken = brokenStorage('local');
    const save = await screen.findByRole('button', { name: text('site_keep', 'example.com') });
    await user.click(save);
    await screen.findByText(text('storage_failed'));
    broken.mockRestore();
    const many = Array.from({ length: MAX_RECIPES }, (_, at) => [`s${at}.example`, 'minlength: 8;']);
    await siteRecipes.update(() => Object.fromEntries(many));
    await user.click(save);
    await screen.findByText(text('recipe_problem_too_many', '2,000'));
    await siteRecipes.update(() => Object.fromEntries([...many.slice(1), ['example.com', 'minlength: 8;']]));
    await user.click(save);
    await screen.findByText(text('site_kept', 'example.com'));
  });
});

describe('a click that the browser fails', () => {
  it.each([
    ['opening the settings', () => button(text('popup_settings')), ['runtime', 'openOptionsPage']],
    ['clearing the clipboard', () => button(text('clear_accept')), ['permissions', 'request']],
  ] as const)('ends in a sentence: %s', async (_, control, [api, call]) => {
    const user = await openPopup();
    await user.click(button(text('popup_copy')));
    await screen.findByRole('button', { name: text('clear_accept') });
    Object.assign(fakeBrowser[api], { [call]: failing });
    await user.click(control());
    await screen.findByText(text('message_failed'));
  });
});

it('a browser that does not tell the tab is no page that is looked at for ever', async () => {
  fakeBrowser.tabs.query = vi.fn(failing) as never;
  render(<Popup />);
  await screen.findByText(text('message_failed'));
  expect(document.querySelector('.actions')?.hasAttribute('data-looking')).toBe(false);
});
