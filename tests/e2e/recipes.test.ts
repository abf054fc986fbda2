import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { downloadsOf } from '../../scripts/browsers/launch.ts';
import { text } from '../support/locale.ts';
import { inEachBrowser } from './each-browser.ts';

const TWELVE = 'minlength: 12; maxlength: 12; allowed: upper, lower, digit;';
/** The classes that these rules allow. */
const ALLOWED = ['uppercase', 'lowercase', 'numbers'] as const;
const entry = (rules: string) => ({ 'password-rules': rules });

inEachBrowser('options for sites', (journey) => {
  it('are added, kept, exported into a file, removed, and imported again with others', async () => {
    const { browser } = journey;
    const options = await browser.extensionPage('options.html');
    const list = () => options.text('section[aria-labelledby=sites]');
    const waitForSite = (text: string) =>
      options.waitFor(
        (expected) => document.querySelector('.recipes')?.textContent?.includes(expected),
        text,
      );
    // Firefox can still answer from the document that it is leaving.
    const reload = async () => {
      await options.evaluate(() => {
        document.documentElement.dataset.old = 'yes';
      });
      await options.reload();
      await options.waitFor(
        () =>
          document.documentElement.dataset.old === undefined && document.querySelector('.recipes') !== null,
      );
    };
    await options.waitFor(() => document.querySelector('#recipe-add') !== null);
    await options.click('#recipe-add');
    await options.waitFor(() => document.activeElement?.id === 'recipe-host');
    await browser.typeText('Shop.example');
    await browser.pressKey('Tab');
    await browser.typeText('12');
    await browser.pressKey('Tab');
    await browser.typeText('12');
    // Past uppercase, lowercase and digits to the symbols, whose last choice is “off”.
    await browser.pressKey('Tab', 'Tab', 'Tab', 'Tab', 'End');
    await browser.pressKey('Tab', 'Return');
    await waitForSite('shop.example');
    await reload();
    await waitForSite('shop.example');
    expect(await list()).toContain(
      [
        text('recipe_length_exact', 12),
        text('recipe_summary_allowed', ALLOWED.map((name) => text(`recipe_class_${name}`)).join(', ')),
        text('recipe_summary_off', text('recipe_class_symbols')),
      ].join(' · '),
    );

    await options.click('#recipe-export');
    const file = path.join(downloadsOf(browser.profile), 'passmint-sites.json');
    await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8')).toMatch(/\}\n$/);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ 'shop.example': entry(TWELVE) });

    await options.click(`[aria-label=${JSON.stringify(text('recipe_remove_host', 'shop.example'))}]`);
    await options.waitFor(() => document.activeElement?.id === 'recipe-undo');
    expect(await list()).toContain(text('recipe_none'));
    await options.chooseFile('#recipe-import-file', file);
    await waitForSite('shop.example');

    const other = path.join(browser.profile, 'others.json');
    writeFileSync(other, JSON.stringify({ 'xn--mller-kva.de': entry('maxlength: 9;') }));
    await options.chooseFile('#recipe-import-file', other);
    await options.waitFor(() => document.activeElement?.id === 'recipe-import-merge');
    await browser.pressKey('Return');
    await waitForSite('müller.de');
    await reload();
    await waitForSite('müller.de');
    expect(await list()).toContain('shop.example');
    await options.close();
  });
});
