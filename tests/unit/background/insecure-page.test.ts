// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fillTab } from '../../../lib/background/fill-tab.ts';
import { surveyTab } from '../../../lib/background/survey-tab.ts';
import { openFakeTab } from '../../support/fake-tab.ts';
import { text } from '../../support/locale.ts';

const SIGNUP = '<form><input type="password" autocomplete="new-password"><button>Sign up</button></form>';
const TARGET = { tabId: 7, hint: 'nothing', incognito: false } as const;
const WARNING = text('page_insecure');

const badge = { title: '' };

beforeEach(() => {
  badge.title = '';
  for (const name of ['setBadgeText', 'setBadgeBackgroundColor'] as const)
    fakeBrowser.action[name] = vi.fn(async () => undefined) as never;
  fakeBrowser.action.setTitle = vi.fn(async ({ title }) => void Object.assign(badge, { title })) as never;
  fakeBrowser.tabs.get = vi.fn(async () => ({ id: 7, incognito: false })) as never;
});
afterEach(() => vi.unstubAllGlobals());

describe('a page that the network can read', () => {
  beforeEach(() => void vi.stubGlobal('isSecureContext', false));

  it('is named in the title of the badge, after how the fill went', async () => {
    openFakeTab(SIGNUP);
    expect(await fillTab(TARGET)).toMatchObject({ code: 'filled' });
    expect(badge.title).toMatch(
      new RegExp(`^${text('badge_title', text('fill_filled_one', '1'))}.* ${WARNING}$`),
    );
  });

  it('is named there, too, if nothing was filled', async () => {
    openFakeTab('<p>No field</p>');
    await fillTab(TARGET);
    expect(badge.title).toBe(text('badge_title', `${text('fill_no_field')} ${WARNING}`));
  });

  it('is reported to the popup, with fields and without', async () => {
    for (const html of [SIGNUP, '<p>No field</p>']) {
      openFakeTab(html);
      expect(await surveyTab(7)).toMatchObject({ insecure: true });
    }
  });
});

describe('a page that it cannot read', () => {
  it('gets no warning in the badge and none in the popup', async () => {
    openFakeTab(SIGNUP);
    expect(await surveyTab(7)).not.toHaveProperty('insecure');
    await fillTab(TARGET);
    expect(badge.title).not.toContain(WARNING);
  });
});
