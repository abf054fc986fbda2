// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Popup } from '../../components/popup/Popup.tsx';
import { CLEAR_ALARM } from '../../lib/platform/clipboard-alarm.ts';
import { kindOptions } from '../../lib/platform/kinds.ts';
import type { TabSurvey } from '../../lib/platform/messages.ts';
import { recentPasswords, rememberPassword } from '../../lib/platform/recent-passwords.ts';
import { clipboardSettings } from '../../lib/platform/settings.ts';
import { grantedPermissions, person } from '../support/fake-browser.ts';

let survey: TabSurvey;
let sent: { name: string; request: unknown }[];

beforeEach(() => {
  survey = { host: 'example.com', fields: 0 };
  sent = [];
  fakeBrowser.tabs.query = vi.fn(async () => [{ id: 7 }]) as never;
  fakeBrowser.runtime.sendMessage = vi.fn(async (message: { name: string; request: unknown }) => {
    sent.push(message);
    return message.name.endsWith('survey') ? survey : { code: 'filled', fields: survey.fields };
  }) as never;
});
afterEach(cleanup);

/** Opens the popup; `user-event` brings a clipboard of its own. */
async function open() {
  const user = userEvent.setup();
  render(<Popup />);
  await screen.findByRole('button', { name: 'Copy' });
  await waitFor(() => expect(sent).toHaveLength(1));
  return user;
}
const shown = () => screen.getByLabelText('New password').textContent ?? '';
const lengthField = () => screen.getByRole('spinbutton', { name: 'Length' });

describe('the popup', () => {
  it('opens with a strong password already made and Copy focused', async () => {
    await open();
    expect(shown()).toHaveLength(16);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Copy' }));
    expect(screen.getByText('Very strong').parentElement?.textContent).toBe('Very strong · 104.6 bits');
    expect(document.querySelector('meter')?.getAttribute('aria-valuetext')).toContain('104.6 bits');
  });

  it('copies with Enter, says so and keeps what it copied', async () => {
    const user = await open();
    const password = shown();
    await user.keyboard('{Enter}');
    await screen.findByText(/^Copied\./);
    expect(await navigator.clipboard.readText()).toBe(password);
    expect(await recentPasswords.read()).toMatchObject([{ password, copiedAt: expect.any(Number) }]);
  });

  it('makes another', async () => {
    const user = await open();
    const before = shown();
    await user.click(screen.getByRole('button', { name: 'Make another' }));
    expect(shown()).not.toBe(before);
  });

  it('makes a new password at once when a control changes, and remembers the control', async () => {
    const user = await open();
    await user.click(screen.getByRole('checkbox', { name: 'Symbols' }));
    expect(shown()).toMatch(/^[A-Za-z0-9]{16}$/);
    await user.click(screen.getByRole('switch', { name: /look-alikes/ }));
    await user.type(screen.getByRole('textbox', { name: 'Exclude' }), 'xyz');
    await user.clear(lengthField());
    await user.type(lengthField(), '40');
    expect(shown()).toMatch(/^[A-Za-z0-9]{40}$/);
    expect(shown()).not.toMatch(/[xyzIl1O0o]/);
    await waitFor(async () =>
      expect(await kindOptions.password.read()).toMatchObject({
        length: 40,
        symbols: false,
        exclude: 'xyz',
        avoidLookAlikes: true,
      }),
    );
  });

  it('keeps the last length that was one while another is being typed', async () => {
    const user = await open();
    await user.clear(lengthField());
    await user.type(lengthField(), '3');
    expect(shown()).toHaveLength(16);
    await user.tab();
    expect((lengthField() as HTMLInputElement).value).toBe('16');
  });

  it('says what stands in the way, and copies nothing then', async () => {
    const user = await open();
    await user.type(screen.getByRole('textbox', { name: 'Exclude' }), '0123456789');
    expect(screen.getByRole('alert').textContent).toBe(
      'Every digit is excluded. Turn 0–9 off or exclude less.',
    );
    expect(screen.getByRole('button', { name: 'Copy' })).toHaveProperty('disabled', true);
    for (const name of ['Uppercase letters', 'Lowercase letters', 'Digits', 'Symbols']) {
      await user.click(screen.getByRole('checkbox', { name }));
    }
    expect(screen.getByRole('alert').textContent).toBe('Choose at least one kind of character.');
  });

  it('has no Fill where the page has nothing to fill', async () => {
    await open();
    expect(screen.queryByRole('button', { name: /^Fill/ })).toBeNull();
  });

  it('fills the shown password by its id: the password itself is in no message', async () => {
    survey = { host: 'example.com', fields: 2 };
    const user = await open();
    const password = shown();
    await user.click(await screen.findByRole('button', { name: 'Fill 2 fields' }));
    await screen.findByText('Filled 2 fields with a new password.');
    const [entry] = await recentPasswords.read();
    expect(entry).toMatchObject({ password, host: 'example.com' });
    expect(sent.at(-1)).toEqual({
      name: 'popup-to-background:fill',
      request: { tabId: 7, entryId: entry?.id },
    });
    expect(JSON.stringify(sent)).not.toContain(password);
  });

  it('shortens the password to what the page takes, and says so', async () => {
    survey = { host: 'example.com', fields: 1, maxLength: 10 };
    await open();
    await screen.findByText('example.com takes at most 10 characters, so this one has 10.');
    expect(shown()).toHaveLength(10);
  });

  it('offers to clear the clipboard; a yes asks the browser and sets the alarm', async () => {
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    await user.click(await screen.findByRole('button', { name: 'Yes' }));
    await screen.findByText('Copied. Will be cleared from the clipboard in 60 s.');
    expect([...grantedPermissions]).toEqual(['clipboardRead', 'clipboardWrite']);
    expect(await fakeBrowser.alarms.get(CLEAR_ALARM)).toBeDefined();
  });

  it('sets no alarm when the person says no to the browser', async () => {
    const user = await open();
    person.allows = false;
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    await user.click(await screen.findByRole('button', { name: 'Yes' }));
    expect(await fakeBrowser.alarms.get(CLEAR_ALARM)).toBeFalsy();
  });

  it('does not offer again what was declined', async () => {
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    await user.click(await screen.findByRole('button', { name: 'No' }));
    await waitFor(async () => expect(await clipboardSettings.read()).toMatchObject({ offer: false }));
    expect(screen.queryByRole('button', { name: 'Yes' })).toBeNull();
  });

  it('shows the last password when asked, and copies it again', async () => {
    await rememberPassword({ how: 'filled', password: 'Old-one-22', host: 'example.org' });
    const user = await open();
    expect(await screen.findByText(/made for example.org at .*, not confirmed/)).toBeTruthy();
    expect(document.body.textContent).not.toContain('Old-one-22');
    await user.click(screen.getByRole('button', { name: 'Show last password' }));
    expect(document.body.textContent).toContain('Old-one-22');
    await user.click(screen.getByRole('button', { name: 'Copy last password' }));
    expect(await navigator.clipboard.readText()).toBe('Old-one-22');
  });

  it('opens the settings', async () => {
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Settings' }));
    expect(fakeBrowser.runtime.openOptionsPage).toHaveBeenCalled();
  });

  it('tells digits and symbols apart by more than colour', async () => {
    await open();
    const kinds = [...document.querySelectorAll('#password span')].map((run) => run.className);
    expect(new Set(kinds)).toEqual(new Set(['letter', 'digit', 'symbol']));
  });
});
