import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fillTab } from '../../../lib/background/fill-tab.ts';
import { surveyTab } from '../../../lib/background/survey-tab.ts';
import { badges, fakeBadges } from '../../support/fake-badge.ts';
import { text } from '../../support/locale.ts';

const TAB = { tabId: 1, incognito: false, hint: 'nothing' } as const;
const FILE = 'file:///home/me/form.html';
const title = (sentence: string) => text('badge_title', sentence);

beforeEach(fakeBadges);
afterEach(() => vi.restoreAllMocks());

/** Opens a tab into which the browser injects nothing, for the reason that it gives. */
function reject(reason: string): void {
  fakeBrowser.scripting.executeScript = vi.fn(async () => {
    throw new Error(reason);
  }) as never;
}

describe('a page that a policy closes', () => {
  const POLICY = 'This page cannot be scripted due to an ExtensionsSettings policy.';

  it.each([
    ['by the key', {}],
    ['by the popup', { frameId: 0, origin: 'https://bank.example' }],
    ['in a frame of another site', { frameId: 3, frameUrl: 'https://bank.example/' }],
  ])('is told as that: %s', async (_, part) => {
    reject(POLICY);
    expect(await fillTab({ ...TAB, ...part })).toEqual({ code: 'policy_blocked' });
    expect(badges.byTab.get(1)?.title).toBe(title(text('fill_policy_blocked')));
  });

  it('is told in the popup', async () => {
    reject(POLICY);
    expect(await surveyTab(1)).toEqual({ host: '', fields: 0, closed: 'policy_blocked' });
  });
});

describe('a file on this computer', () => {
  it('is told as that where the browser lets no extension in', async () => {
    reject('Cannot access contents of url "file:///home/me/form.html".');
    expect(await fillTab({ ...TAB, pageUrl: FILE })).toEqual({ code: 'local_file' });
  });

  it('is told as that, and is not filled', async () => {
    const result = { origin: 'null', fields: 2, focused: true, focusBelow: false, framed: false };
    const executeScript = vi.fn(async (_: { args?: readonly unknown[] }) => [{ frameId: 0, result }]);
    fakeBrowser.scripting.executeScript = executeScript as never;
    vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation((async () => ({ id: 1, url: FILE })) as never);
    expect(await fillTab(TAB)).toEqual({ code: 'local_file' });
    expect(badges.byTab.get(1)?.title).toBe(title(text('fill_local_file')));
    expect(executeScript.mock.calls.filter(([{ args }]) => args?.[0] === 'fill')).toEqual([]);
    expect(await surveyTab(1)).toEqual({ host: '', fields: 0, closed: 'local_file' });
  });
});
