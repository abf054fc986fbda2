// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { CLEAR_ALARM } from '../../../lib/platform/clipboard-alarm.ts';
import { recentPasswords, rememberPassword } from '../../../lib/storage/recent-passwords.ts';
import { grantedPermissions } from '../../support/fake-browser.ts';
import { text } from '../../support/locale.ts';
import { fakeBackground } from '../fake-background.ts';
import { button, openPopup, select, shown } from './open-popup.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

/** What the clipboard gets in place of the selection, when the person chooses Copy or Cut in the browser. */
function copied(by: 'copy' | 'cut' = 'copy'): string | undefined {
  const setData = vi.fn();
  fireEvent[by](document.body, { clipboardData: { setData } });
  return setData.mock.calls.at(-1)?.[1];
}

describe('a password that is copied by hand', () => {
  it.each([
    ['#password', 'copy'],
    ['#password', 'cut'],
    ['body', 'copy'],
    ['main', 'copy'],
  ] as const)('with %s selected (%s) is written down and confirmed', async (what, by) => {
    await openPopup();
    const password = shown();
    select(what);
    expect(copied(by)).toBe(password);
    await screen.findByText(text('popup_copied'));
    expect(shown()).toBe(password);
    expect(await recentPasswords.read()).toMatchObject([{ password, copiedAt: expect.any(Number) }]);
  });

  it('is cleared from the clipboard in time, where that is permitted', async () => {
    grantedPermissions.add('clipboardRead').add('clipboardWrite');
    const create = vi.spyOn(fakeBrowser.alarms, 'create');
    await openPopup();
    select('#password');
    copied();
    await screen.findByText(text('clear_scheduled', 60));
    expect(create).toHaveBeenCalledWith(CLEAR_ALARM, { delayInMinutes: 1 });
  });

  it.each([
    ['its first part', () => select('#password', 0, 1)],
    ['all but its first part', () => select('#password', 1)],
    ['other text', () => select('#strength')],
    ['nothing', () => getSelection()?.removeAllRanges()],
  ])('is not written down where %s is selected', async (_, selectIt) => {
    const create = vi.spyOn(fakeBrowser.alarms, 'create');
    await openPopup();
    selectIt();
    expect(copied()).toBeUndefined();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(document.querySelector('#note')?.textContent).toBe('');
    expect(await recentPasswords.read()).toEqual([]);
    expect(create).not.toHaveBeenCalled();
  });

  it('is not written down when a field is copied, whatever else is selected', async () => {
    await openPopup();
    const field = screen.getByRole('textbox', { name: text('option_exclude') });
    select('#password');
    fireEvent.copy(field);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await recentPasswords.read()).toEqual([]);
  });

  it('is the one that is shown, after another was selected', async () => {
    const user = await openPopup();
    select('#password');
    const before = shown();
    await user.click(button(text('popup_again')));
    await waitFor(() => expect(shown()).not.toBe(before));
    select('#password');
    expect(copied()).toBe(shown());
  });

  it('may be the last one, which is then the latest again', async () => {
    await rememberPassword(
      { action: 'filled', incognito: false, password: 'Old-one-22', host: 'example.org' },
      1,
    );
    const user = await openPopup();
    await user.click(await screen.findByRole('button', { name: text('last_show') }));
    select('#last-password code');
    expect(copied()).toBe('Old-one-22');
    await waitFor(async () =>
      expect(await recentPasswords.read()).toMatchObject([
        { password: 'Old-one-22', copiedAt: expect.any(Number), host: 'example.org' },
      ]),
    );
  });
});
