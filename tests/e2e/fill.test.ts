import { expect, it } from 'vitest';
import { text, textPattern } from '../support/locale.ts';
import { BADGE } from './badge.ts';
import { inEachBrowser } from './each-browser.ts';
import { filled } from './filled.ts';

inEachBrowser('filling a new password', (journey) => {
  it('by right-click: both fields the same, seen by the page, sent by the form, nothing else changed', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}signup.html`);
    await browser.fillByRightClick(page, '#password');
    const [password, confirm] = await filled(page);
    expect(password).toHaveLength(16);
    expect(confirm).toBe(password);
    for (const field of ['#email', '#username', '#search', '#otp', '#card'])
      expect(await page.value(field)).toBe('');
    expect(await page.text('#events')).toBe(
      'input password 16, change password 16, input confirm 16, change confirm 16',
    );
    await expect
      .poll(() => browser.badge(page))
      .toEqual({
        text: BADGE.filled,
        title: text('badge_title', text('fill_filled', 2)),
      });
    await page.click('#submit');
    await page.waitFor(() => document.title === 'Thank you');
    expect(pages.submissions.at(-1)?.fields).toMatchObject({
      password,
      confirm: password,
      otp: '',
      card: '',
    });
    await page.close();
  });

  it('by right-click on the confirm field, too', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}signup.html`);
    await browser.fillByRightClick(page, '#confirm');
    const [password, confirm] = await filled(page);
    expect(confirm).toBe(password);
    await page.close();
  });

  it('by the keyboard command, wherever the focus is', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}signup.html`);
    await page.click('#email');
    await browser.pressCommand(page);
    const [password, confirm] = await filled(page);
    expect(password).toHaveLength(16);
    expect(confirm).toBe(password);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('email');
    await page.close();
  });

  it('where the page scrolls at every focus, without leaving the person there', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}signup.html`);
    await page.evaluate(() => {
      document.body.style.minHeight = '5000px';
      document.addEventListener('focusin', () => {
        window.scrollTo(0, 2000);
        document.title = 'scrolled';
      });
      window.scrollTo(0, 300);
    });
    await browser.pressCommand(page);
    await expect.poll(async () => (await browser.badge(page)).text).toBe(BADGE.filled);
    expect(await page.evaluate(() => [document.title, window.scrollY])).toEqual(['scrolled', 300]);
    await page.close();
  });

  it('by the popup, with the password that it shows', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}signup.html`);
    const popup = await browser.openPopup();
    await popup.waitFor(
      (label) => document.querySelector('#fill')?.textContent === label,
      text('popup_fill', 2),
    );
    const shown = await popup.text('#password');
    await popup.click('#fill');
    expect(await filled(page)).toEqual([shown, shown]);
    await page.close();
  });

  it.each(['react', 'vue'])('in a form of %s, whose state follows', async (framework) => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}${framework}.html`);
    await page.waitFor(() => document.querySelector('#password') !== null);
    await browser.fillByRightClick(page, '#password');
    const [password] = await filled(page);
    await page.waitFor(() => document.querySelector('#matches')?.textContent === 'yes');
    expect(await page.text('#length')).toBe('16');
    await page.click('#submit');
    await page.waitFor(() => document.querySelector('#sent')?.textContent);
    expect(await page.text('#sent')).toBe(password);
    await page.close();
  });

  it('in a frame of the same site', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}iframe.html`);
    await browser.fillByRightClick(page, { frame: '#frame', selector: '#password' });
    const [password, confirm] = await filled(await page.frame('#frame'));
    expect(password).toHaveLength(16);
    expect(confirm).toBe(password);
    await page.close();
  });

  it('on a change form, without touching the current password', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}change-password.html`);
    await page.fillText('#current', 'my-old-one');
    await browser.pressCommand(page);
    const [password, confirm] = await filled(page);
    expect(confirm).toBe(password);
    expect(await page.value('#current')).toBe('my-old-one');
    await page.close();
  });

  it('on a change form whose current password is right-clicked, without touching that', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}change-password.html`);
    await page.fillText('#current', 'my-old-one');
    await browser.fillByRightClick(page, '#current');
    const [password, confirm] = await filled(page);
    expect(confirm).toBe(password);
    expect(await page.value('#current')).toBe('my-old-one');
    await page.close();
  });

  it('no longer than the fields accept, and reports it', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}maxlength.html`);
    await browser.pressCommand(page);
    const [password, confirm] = await filled(page);
    expect(password).toHaveLength(12);
    expect(confirm).toBe(password);
    await expect
      .poll(async () => (await browser.badge(page)).title)
      .toMatch(textPattern('adjust_shortened', /localhost:\d+/, 12));
    await page.close();
  });

  it('and says how weak the password is if the site’s rule leaves no better one', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}signup.html`);
    await page.evaluate(() => {
      const rules = 'minlength: 6; maxlength: 9; allowed: [abc];';
      for (const css of ['#password', '#confirm'])
        document.querySelector(css)?.setAttribute('passwordrules', rules);
    });
    await browser.pressCommand(page);
    const [password, confirm] = await filled(page);
    expect(password).toMatch(/^[abc]{9}$/);
    expect(confirm).toBe(password);
    await expect.poll(async () => (await browser.badge(page)).text).toBe(BADGE.problem);
    const weakness = textPattern('site_weak', text('strength_very_weak'), text('strength_bits', '14.3'));
    expect((await browser.badge(page)).title).toMatch(weakness);
    await page.close();
  });

  it('with a password, though the popup showed PINs last', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}signup.html`);
    const popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#tab-pin') !== null);
    await popup.click('#tab-pin');
    await popup.waitFor(() => /^\d{6}$/.test(document.querySelector('#password')?.textContent ?? ''));
    await popup.close();
    await browser.pressCommand(page);
    const [password] = await filled(page);
    expect(password).toMatch(/^(?=.*[a-z])(?=.*[A-Z]).{16}$/);
    await expect.poll(async () => (await browser.badge(page)).text).toBe(BADGE.filled);
    await page.close();
  });
});
