// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fillTab } from '../../../lib/background/fill-tab.ts';
import { describeOutcome } from '../../../lib/i18n/describe-outcome.ts';
import { lastOutcome } from '../../../lib/storage/last-outcome.ts';
import { recentPasswords, rememberPassword } from '../../../lib/storage/recent-passwords.ts';
import { badges, fakeBadges } from '../../support/fake-badge.ts';
import { fakeServer, SERVER } from '../../support/fake-server.ts';
import { openFakeTab } from '../../support/fake-tab.ts';
import { text } from '../../support/locale.ts';

const TAB = { tabId: 1, incognito: false, hint: 'nothing' } as const;
const SHOWN = { ...TAB, frameId: 0, origin: location.origin };
const MADE_BY_SERVER = text('fill_made_by', SERVER);

beforeEach(() => {
  fakeBadges();
  openFakeTab('<input type="password" autocomplete="new-password">'.repeat(2));
});
afterEach(() => vi.unstubAllGlobals());

/** Fills with the server's password by the key. */
async function fillByServer() {
  const requests = await fakeServer();
  const filling = fillTab(TAB);
  await expect.poll(() => requests.length).toBe(1);
  requests[0]?.answer();
  return filling;
}

/** Has the page empty a field when it gets the password. */
function emptyFields(): void {
  document.querySelector('input')?.addEventListener('change', (event) => {
    (event.target as HTMLInputElement).value = '';
  });
}

describe('the server that made a password', () => {
  it.each([
    ['filled', () => {}],
    ['changed', emptyFields],
  ])('is in the outcome, the title, the last outcome and the history: %s', async (code, prepare) => {
    prepare();
    const outcome = await fillByServer();
    expect(outcome).toMatchObject({ code, madeBy: SERVER });
    expect(badges.byTab.get(1)?.title).toBe(text('badge_title', describeOutcome(outcome)));
    expect(badges.byTab.get(1)?.title).toContain(MADE_BY_SERVER);
    expect(await lastOutcome.read()).toMatchObject({ outcome: { code, madeBy: SERVER } });
    expect(await recentPasswords.read()).toMatchObject([{ madeBy: SERVER, outcome: { madeBy: SERVER } }]);
  });

  it('is that of the entry in a fill from the popup', async () => {
    const use = { action: 'filled', incognito: false, host: location.host } as const;
    const { id } = await rememberPassword({ ...use, password: 'From-the-popup-1', madeBy: 'api.example' });
    const outcome = await fillTab(SHOWN, id);
    expect(outcome).toEqual({ code: 'filled', fields: 2, madeBy: 'api.example' });
    expect(describeOutcome(outcome)).toBe(`${text('fill_filled', 2)} ${text('fill_made_by', 'api.example')}`);
  });

  it('is missing where this device made it', async () => {
    const outcome = await fillTab(TAB);
    expect(outcome).not.toHaveProperty('madeBy');
    expect(describeOutcome(outcome)).toBe(text('fill_filled', 2));
  });
});
