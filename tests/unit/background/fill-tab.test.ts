// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fillTab, surveyTab } from '../../../lib/background/fill-tab.ts';
import { DEFAULT_OPTIONS } from '../../../lib/generator/index.ts';
import { kindOptions } from '../../../lib/platform/kinds.ts';
import { recentPasswords, rememberPassword } from '../../../lib/platform/recent-passwords.ts';
import { openFakeTab, openForbiddenTab } from '../../support/fake-tab.ts';

const TAB = { tabId: 1, meant: 'nothing' } as const;
const signup = (attributes = '') =>
  `<form><input type="password" autocomplete="new-password" ${attributes}><input type="password" autocomplete="new-password"></form>`;
const values = () => [...document.querySelectorAll('input')].map(({ value }) => value);
const tell: { text?: string; title?: string } = {};

beforeEach(() => {
  delete tell.text;
  fakeBrowser.action.setBadgeText = (async ({ text }: { text: string }) => {
    tell.text = text;
  }) as never;
  fakeBrowser.action.setTitle = (async ({ title }: { title: string }) => {
    tell.title = title;
  }) as never;
  fakeBrowser.action.setBadgeBackgroundColor = (async () => undefined) as never;
});

describe('filling a tab', () => {
  it('makes a password by the stored options, fills it, keeps it and says so', async () => {
    openFakeTab(signup());
    await kindOptions.password.write({ ...DEFAULT_OPTIONS, length: 24 });
    expect(await fillTab(TAB)).toEqual({ code: 'filled', fields: 2 });
    const [first, second] = values();
    expect(first).toHaveLength(24);
    expect(second).toBe(first);
    expect(await recentPasswords.read()).toMatchObject([
      { password: first, host: location.host, outcome: { code: 'filled', fields: 2 } },
    ]);
    expect(tell).toMatchObject({ text: '✓', title: expect.stringContaining('Filled 2 fields') });
  });

  it('has written the password down before the page sees it', async () => {
    openFakeTab(signup());
    let kept = 0;
    document.querySelector('input')?.addEventListener('focus', async () => {
      kept = (await recentPasswords.read()).length;
    });
    await fillTab(TAB);
    expect(kept).toBe(1);
  });

  it('takes a focused current password for meant only when it was right-clicked', async () => {
    const html = `<form><input type="password" name="current"><input type="password" name="new"></form>`;
    openFakeTab(html);
    document.querySelector('input')?.focus();
    expect(await fillTab(TAB)).toMatchObject({ code: 'filled' });
    expect(values().map(Boolean)).toEqual([false, true]);
    openFakeTab(html);
    document.querySelector('input')?.focus();
    expect(await fillTab({ tabId: 1, meant: 'focused' })).toMatchObject({ code: 'filled' });
    expect(values().map(Boolean)).toEqual([true, false]);
  });

  it('makes no longer password than the fields take, and says so', async () => {
    openFakeTab(signup('maxlength="12"'));
    expect(await fillTab(TAB)).toEqual({ code: 'filled', fields: 2, shortenedTo: 12 });
    expect(values()[0]).toHaveLength(12);
  });

  it('fills the password that the popup has written down, by its id', async () => {
    openFakeTab(signup());
    const { id, password } = await rememberPassword({
      how: 'filled',
      password: 'From-the-popup-1',
      host: 'x',
    });
    expect(await fillTab(TAB, id)).toMatchObject({ code: 'filled' });
    expect(values()).toEqual([password, password]);
  });

  it('does not fill the popup’s password where it is too long', async () => {
    openFakeTab(signup('maxlength="8"'));
    const { id } = await rememberPassword({ how: 'filled', password: 'From-the-popup-1', host: 'x' });
    expect(await fillTab(TAB, id)).toEqual({ code: 'too_long', maxLength: 8 });
    expect(values()).toEqual(['', '']);
  });

  it('keeps the password and says so when the page changed it', async () => {
    openFakeTab(signup());
    document.querySelector('input')?.addEventListener('change', (event) => {
      (event.target as HTMLInputElement).value = '';
    });
    expect(await fillTab(TAB)).toEqual({ code: 'changed' });
    expect(await recentPasswords.read()).toMatchObject([{ outcome: { code: 'changed' } }]);
    expect(tell).toMatchObject({ text: '!', title: expect.stringContaining('still in the popup') });
  });

  it.each([
    ['no_field', () => openFakeTab('<p>An article</p>')],
    ['no_access', openForbiddenTab],
  ])('says %s, makes no password and throws nothing', async (code, open) => {
    open();
    expect(await fillTab(TAB)).toEqual({ code });
    expect(tell.text).toBe('!');
    expect(await recentPasswords.read()).toEqual([]);
  });

  it('says which option stands in the way', async () => {
    openFakeTab(signup());
    await kindOptions.password.write({ ...DEFAULT_OPTIONS, exclude: '0123456789' });
    expect(await fillTab(TAB)).toMatchObject({ code: 'impossible', error: { code: 'class_emptied' } });
    expect(tell.title).toContain('Every digit is excluded');
  });
});

describe('surveying a tab for the popup', () => {
  it('tells how many fields there are and what they take', async () => {
    openFakeTab(signup('maxlength="20"'));
    expect(await surveyTab(1)).toEqual({ host: location.host, fields: 2, maxLength: 20 });
  });

  it('finds nothing where no extension may go', async () => {
    openForbiddenTab();
    expect(await surveyTab(1)).toEqual({ host: '', fields: 0 });
  });
});
