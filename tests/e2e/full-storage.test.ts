import { afterEach, beforeEach, expect, it } from 'vitest';
import { text } from '../support/locale.ts';
import { BADGE } from './badge.ts';
import type { TestPage } from './browsers/types.ts';
import { inEachBrowser } from './each-browser.ts';
import { copyIn, failLocal, fillUp, forgetSession, makeRoom, notice, remembered } from './fill-up.ts';
import { lastPassword } from './last-password.ts';

const values = (page: TestPage) => Promise.all([page.value('#password'), page.value('#confirm')]);

inEachBrowser('where nothing more can be stored', (journey) => {
  /** A page of the extension, which fills the storage. */
  let own: TestPage;
  let page: TestPage;

  beforeEach(async () => {
    own = await journey.browser.extensionPage('options.html');
    page = await journey.browser.open(`${journey.pages.url}signup.html`);
  });
  afterEach(async () => {
    await makeRoom(own);
    await forgetSession(own);
    await own.close();
    await page.close();
  });

  /** Fills the memory to its last byte, breaks the disk, and opens the popup. */
  async function openFull(): Promise<TestPage> {
    await fillUp(own, 'session');
    const popup = await journey.browser.openPopup(page);
    await failLocal(journey.browser, popup);
    await popup.waitFor(() => document.querySelector('#password') && document.querySelector('#fill'));
    return popup;
  }

  const copyWithRoom = async () => copyIn(await journey.browser.openPopup(page));

  /** What the list of the popup shows as kept is what is stored. */
  async function expectHonestList(popup: TestPage, kept: string[]): Promise<void> {
    expect(await remembered(own)).toEqual(kept);
    const isShown = await popup.evaluate(() => document.querySelector('#last-password') !== null);
    expect(isShown).toBe(kept.length > 0);
    if (isShown) expect(await lastPassword(popup)).toBe(kept[0]);
  }

  it('passwords are still generated', async () => {
    const popup = await openFull();
    const first = await popup.text('#password');
    await popup.click('#again');
    await popup.waitFor((before) => document.querySelector('#password')?.textContent !== before, first);
    expect(await popup.text('#password')).toHaveLength(16);
  });

  it('a copied password is on the clipboard, and the popup says that it is not kept', async () => {
    const popup = await openFull();
    const shown = await popup.text('#password');
    await popup.click('#copy');
    await notice(popup, text('popup_copied_unkept'));
    await expectHonestList(popup, []);
    expect(await journey.browser.readClipboard()).toBe(shown);
  });

  it('a password that is copied by hand is on the clipboard too, and the popup says the same', async () => {
    const popup = await openFull();
    const shown = await popup.text('#password');
    await popup.evaluate(() =>
      getSelection()?.selectAllChildren(document.querySelector('#password') as Element),
    );
    await journey.browser.pressKey('ctrl+c');
    await notice(popup, text('popup_copied_unkept'));
    await expectHonestList(popup, []);
    expect(await journey.browser.readClipboard()).toBe(shown);
  });

  it('Fill in the popup fills nothing, and says why', async () => {
    const popup = await openFull();
    await popup.click('#fill');
    await notice(popup, text('popup_not_filled', text('memory_full')));
    await expectHonestList(popup, []);
    expect(await values(page)).toEqual(['', '']);
  });

  it.each(['the shortcut', 'the menu'])(
    '%s fills nothing that is not kept, and the badge says so',
    async (by) => {
      const { browser } = journey;
      await fillUp(own, 'session');
      await page.bringToFront();
      if (by === 'the menu') await browser.fillByRightClick(page, '#password');
      else await browser.pressCommand(page);
      await expect.poll(async () => (await browser.badge(page)).text).toMatch(/[!✓]/);
      const { text: badge, title } = await browser.badge(page);
      const [password, confirm] = await values(page);
      expect(title.length).toBeGreaterThan(text('extension_name').length);
      if (badge === BADGE.problem) expect([password, confirm]).toEqual(['', '']);
      expect(await remembered(own)).toEqual(password ? [password] : []);
    },
  );

  it('an option that is not saved is shown as it is stored, and the popup says so', async () => {
    const popup = await openFull();
    const symbols = () =>
      popup.evaluate(() => document.querySelector<HTMLInputElement>('input[type=checkbox]')?.checked);
    const before = await symbols();
    await popup.click('input[type=checkbox]');
    await notice(popup, text('storage_failed'));
    expect(await symbols()).toBe(before);
  });

  it('a kind that is not saved is not shown as chosen, and the popup says so', async () => {
    const popup = await openFull();
    await popup.click('#tab-pin');
    await notice(popup, text('storage_failed'));
    await popup.waitFor(
      () => document.querySelector('#tab-password')?.getAttribute('aria-selected') === 'true',
    );
    expect(await popup.text('#password')).toHaveLength(16);
  });

  it('a site’s options that are not saved are not called saved', async () => {
    const popup = await openFull();
    await popup.click('details:has(#save-recipe) > summary, .controls summary');
    await popup.click('#save-recipe');
    await notice(popup, text('storage_failed'));
  });

  it('a setting that is not saved is shown as it is stored, and the settings say so', async () => {
    await own.bringToFront();
    await own.waitFor(() => document.querySelector('input[type=number]') !== null);
    const before = await own.value('input[type=number]');
    await failLocal(journey.browser, own);
    await own.evaluate(() => document.querySelector<HTMLInputElement>('.switch input')?.scrollIntoView());
    await own.click('#reset');
    await own.click('input[type=checkbox]');
    await own.waitFor((sentence) => {
      const report = document.querySelector('#unsaved');
      const { top = 0, bottom = 0 } = report?.getBoundingClientRect() ?? {};
      return report?.textContent === sentence && top >= 0 && bottom <= innerHeight;
    }, text('storage_failed'));
    expect(await own.value('input[type=number]')).toBe(before);
    if (journey.browser.name === 'firefox') await own.reload();
  });

  it('a fill is still undone, and its password is still in the list', async () => {
    const { browser } = journey;
    await browser.pressCommand(page);
    await expect.poll(async () => (await browser.badge(page)).text).toBe(BADGE.filled);
    const [password] = await values(page);
    const popup = await openFull();
    await popup.click('#undo');
    await notice(popup, text('popup_undone'));
    expect(await values(page)).toEqual(['', '']);
    await expectHonestList(popup, [password]);
  });

  it('the last password is still copied', async () => {
    await copyWithRoom();
    const [last] = await remembered(own);
    const popup = await openFull();
    await popup.waitFor(() => document.querySelector('#last-password button:last-child') !== null);
    await popup.click('#last-password button:last-child');
    await notice(popup, text('last_copied_again'));
    await expectHonestList(popup, [last as string]);
    expect(await journey.browser.readClipboard()).toBe(last);
  });

  it('a key for the password API is not shown as saved', async () => {
    const enter = async (keeping: string, refusal: string) => {
      await own.bringToFront();
      await own.click(`#keep-${keeping}`);
      await own.fillText('#key', 'tfn_test_9d41e7c05b3a4f82');
      await own.click('#key-save');
      await own.waitFor(
        (expected) => document.querySelector('#key-result')?.textContent === expected,
        refusal,
      );
      expect(await own.evaluate(() => document.querySelector('#key-info'))).toBeNull();
      expect(await own.value('#key')).not.toBe('');
    };
    await own.waitFor(() => document.querySelector('#key') !== null);
    await fillUp(own, 'session');
    await enter('session', text('memory_full'));
    // The background writes keys, and only in Chromium can its disk be filled.
    if (journey.browser.name === 'firefox') return;
    await fillUp(own, 'local');
    await enter('device', text('options_key_not_saved'));
  });

  it('what sites have shown makes room for a password that is copied', async () => {
    const learnt = { learntRules: { version: 2, value: [['a.example', ['x'.repeat(4000)]]] } };
    await own.evaluate((items) => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { session: { set(items: object): Promise<void> } } };
      };
      return chrome.storage.session.set(items);
    }, learnt);
    const shown = await copyIn(await openFull());
    expect(await remembered(own)).toEqual([shown]);
  });

  it('everything is stored again once there is room, and nothing that was shown as kept is lost', async () => {
    const first = await copyWithRoom();
    const full = await openFull();
    await full.click('#copy');
    await notice(full, text('popup_copied_unkept'));
    await makeRoom(own);
    const last = await copyWithRoom();
    expect(await remembered(own)).toEqual([last, first]);
  });
});
