// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Popup } from '../../../components/popup/Popup.tsx';
import type { FillOutcome } from '../../../lib/messaging/fill-outcome.ts';
import type { TabSurvey, UndoReply } from '../../../lib/messaging/messages.ts';
import { CLEAR_ALARM } from '../../../lib/platform/clipboard-alarm.ts';
import { mergeRules } from '../../../lib/site-rules/merge.ts';
import { toPortable } from '../../../lib/site-rules/portable-rule.ts';
import type { RawSources } from '../../../lib/site-rules/read-sources.ts';
import { clipboardSettings } from '../../../lib/storage/clipboard-settings.ts';
import { kindOptions } from '../../../lib/storage/kind-options.ts';
import { pendingFill } from '../../../lib/storage/pending-fill.ts';
import { recentPasswords, rememberPassword } from '../../../lib/storage/recent-passwords.ts';
import { siteRecipes } from '../../../lib/storage/site-recipes.ts';
import { grantedPermissions, person } from '../../support/fake-browser.ts';

/** The survey of a page with one field that says this. */
const surveyOf = (says: RawSources): TabSurvey => ({
  host: 'example.com',
  fields: 1,
  rule: toPortable(mergeRules(says), says.pattern),
});
let survey: TabSurvey;
let undone: UndoReply;
let grantedFill: FillOutcome | undefined;
let sent: { name: string; request: unknown }[];

beforeEach(() => {
  survey = { host: 'example.com', fields: 0 };
  sent = [];
  undone = { restored: 2, left: 0 };
  grantedFill = undefined;
  fakeBrowser.tabs.query = vi.fn(async () => [{ id: 7 }]) as never;
  fakeBrowser.runtime.sendMessage = vi.fn(async (message: { name: string; request: unknown }) => {
    sent.push(message);
    if (message.name.endsWith('survey')) return survey;
    if (message.name.endsWith('undo')) return undone;
    return grantedFill ?? { code: 'filled', fields: survey.fields };
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
    expect(sent.at(1)).toEqual({
      name: 'popup-to-background:fill',
      request: { tabId: 7, entryId: entry?.id },
    });
    expect(JSON.stringify(sent)).not.toContain(password);
  });

  it.each([
    [{ restored: 2, left: 0 }, 'Undone: the fields hold what they held before.'],
    [{ restored: 1, left: 1 }, 'Undone, but for fields that were changed since: 1.'],
    [{ restored: 0, left: 2 }, 'Nothing was undone: the fields were changed since.'],
  ])('offers to undo what the page still holds, and says how that went: %o', async (reply, sentence) => {
    survey = { host: 'example.com', fields: 2, undo: 2 };
    undone = reply;
    const user = await open();
    await screen.findByText('2 fields hold the last fill.');
    survey = { host: 'example.com', fields: 2 };
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByText(sentence);
    expect(sent).toContainEqual({ name: 'popup-to-background:undo', request: { tabId: 7 } });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
  });

  it('offers to undo right after a fill', async () => {
    survey = { host: 'example.com', fields: 1 };
    const user = await open();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    survey = { host: 'example.com', fields: 1, undo: 1 };
    await user.click(await screen.findByRole('button', { name: 'Fill 1 field' }));
    await screen.findByText('1 field holds the last fill.');
    expect(screen.getByText('Filled 1 field with a new password.')).toBeTruthy();
  });

  it('asks for the one site of a frame, and fills when the person allows it', async () => {
    survey = { host: '', fields: 0, foreign: ['https://accounts.example', 'https://ads.example:8443'] };
    grantedFill = { code: 'filled', fields: 1 };
    const user = await open();
    const password = shown();
    expect(screen.getByRole('button', { name: 'Allow on ads.example:8443' })).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: 'Allow on accounts.example' }));
    await screen.findByText('Filled 1 field with a new password.');
    expect([...grantedPermissions]).toEqual(['https://accounts.example/*']);
    expect(await pendingFill.read()).toEqual({
      tabId: 7,
      host: 'accounts.example',
      matchPattern: 'https://accounts.example/*',
      password,
      at: expect.any(Number),
    });
    expect(JSON.stringify(sent)).not.toContain(password);
  });

  it('says what is left to do when the person does not allow it', async () => {
    survey = { host: '', fields: 0, foreign: ['https://accounts.example'] };
    person.allows = false;
    const user = await open();
    await user.click(await screen.findByRole('button', { name: 'Allow on accounts.example' }));
    await screen.findByText(/^Without your permission the frame of accounts.example stays closed/);
    expect(sent.map(({ name }) => name)).not.toContain('popup-to-background:fill-granted');
  });

  it('shortens the password to what the page takes, and says so', async () => {
    survey = surveyOf({ maxLength: 10 });
    await open();
    await screen.findByText('example.com allows at most 10 characters, so this one has 10.');
    expect(shown()).toHaveLength(10);
  });

  it('fits the page, says so on one line, and gives each reason with its source', async () => {
    survey = surveyOf({
      minLength: 8,
      maxLength: 10,
      pattern: '(a)b\\1',
      list: 'minlength: 12; required: digit; allowed: lower;',
    });
    await open();
    await screen.findByText(/^Fits example.com: 8–10 characters, a digit, /);
    await waitFor(() => expect(shown()).toMatch(/^[a-z0-9]{10}$/));
    const lines = [...document.querySelectorAll('#page-line li')].map((line) => line.textContent);
    expect(lines).toContain("at most 10 characters (the field's lengths)");
    expect(lines).toContain('a digit (the public list)');
    expect(lines).toContain(
      'Left out, for it contradicts the rest: at least 12 characters (the public list)',
    );
    expect(lines).toContain("Not understood: the field's pattern");
    expect(document.querySelector('#page-line')?.textContent).toContain('example.com allows no symbols');
    expect(document.querySelector('#strength')?.textContent).toMatch(/^Fair · 5\d\.\d bits$/);
  });

  it('fits a pattern whose machine has to be read again', async () => {
    survey = surveyOf({ pattern: '([a-z][0-9]){5}' });
    await open();
    await waitFor(() => expect(shown()).toMatch(/^([a-z][0-9]){5}$/));
  });

  it('ignores the page at a click, and fits again at another', async () => {
    survey = surveyOf({ maxLength: 10 });
    const user = await open();
    await user.click(await screen.findByRole('button', { name: 'Ignore' }));
    expect(shown()).toHaveLength(16);
    expect(screen.getByText('Not fitted to example.com.')).toBeTruthy();
    expect(screen.queryByText(/^example.com allows at most 10/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Fit again' }));
    expect(shown()).toHaveLength(10);
  });

  it.each([
    ['there is nothing to fill', { host: 'example.com', fields: 0 }, 'Nothing to fill on this page.'],
    ['no extension may look', { host: '', fields: 0 }, 'Nothing to fill on this page.'],
    ['the site says nothing', { host: 'example.com', fields: 1 }, 'No rules of example.com are known.'],
    ['the page has no host', { host: '', fields: 1 }, ''],
  ])('says in one line where %s', async (_, said, line) => {
    survey = said;
    await open();
    await waitFor(() => expect(document.querySelector('[data-looking]')).toBeNull());
    expect(document.querySelector('#page-line')?.textContent).toBe(line);
  });

  it('keeps the place of what the page may tell', async () => {
    let tell: (survey: TabSurvey) => void = () => {};
    const { sendMessage } = fakeBrowser.runtime;
    fakeBrowser.runtime.sendMessage = vi.fn(async (message) => {
      await sendMessage(message);
      return new Promise((resolve) => {
        tell = resolve;
      });
    }) as never;
    await open();
    expect(document.querySelector('.actions[data-looking]')).not.toBeNull();
    expect(document.querySelector('#page-line')?.textContent).toBe('');
    tell({ host: 'example.com', fields: 0 });
    await screen.findByText('Nothing to fill on this page.');
    expect(document.querySelector('[data-looking]')).toBeNull();
  });

  it('says what a page says that was not understood', async () => {
    survey = surveyOf({ pattern: '(a)b\\1' });
    await open();
    await screen.findByText('example.com has rules that were not understood. The page may object.');
    expect(shown()).toHaveLength(16);
  });

  it('says what the page may object to in a PIN, and changes it to nothing else', async () => {
    survey = surveyOf({ passwordRules: 'required: lower; allowed: ascii-printable' });
    const user = await open();
    await user.click(screen.getByRole('tab', { name: 'PIN' }));
    await screen.findByText(/^example.com may object: it asks for a lowercase letter/);
    expect(shown()).toMatch(/^\d{6}$/);
  });

  it('keeps the shown password after a refusal, and fills one that avoids it when asked', async () => {
    survey = { host: 'example.com', fields: 1 };
    const user = await open();
    const refused = shown();
    survey = surveyOf({ learnt: ['Letters and numbers only', 'At most 12 characters'] });
    await user.click(await screen.findByRole('button', { name: 'Fill 1 field' }));
    const another = await screen.findByRole('button', { name: 'Try another that avoids this' });
    expect(shown()).toBe(refused);
    await user.click(another);
    await waitFor(() => expect(shown()).toMatch(/^[A-Za-z0-9]{12}$/));
    await waitFor(async () => expect((await recentPasswords.read())[0]?.password).toBe(shown()));
    await waitFor(() => expect(sent.filter(({ name }) => name.endsWith(':fill'))).toHaveLength(2));
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Try another/ })).toBeNull());
    expect(JSON.stringify(sent)).not.toContain(shown());
  });

  it('keeps the options for the site when asked', async () => {
    survey = { host: 'example.com:8443', fields: 1 };
    const user = await open();
    await user.click(await screen.findByRole('button', { name: 'Keep these options for example.com' }));
    await screen.findByText(/^Kept for example.com/);
    expect(await siteRecipes.read()).toEqual({
      'example.com': expect.stringContaining('minlength: 16; maxlength: 16;'),
    });
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
    await rememberPassword({ action: 'filled', password: 'Old-one-22', host: 'example.org' });
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
