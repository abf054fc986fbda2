// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { resolveSiteRule } from '../../../lib/background/resolve-site-rule.ts';
import { describeGeneratorError } from '../../../lib/i18n/describe-generator-error.ts';
import { exportRecipes } from '../../../lib/site-rules/recipes/recipes.ts';
import { readLearntRules, recordSiteErrors } from '../../../lib/storage/learnt-rules.ts';
import { siteRecipes } from '../../../lib/storage/site-recipes.ts';
import { importRecipes } from '../../support/import-recipes.ts';
import { text } from '../../support/locale.ts';
import { MEMBER_NAMES } from '../../support/stored-items.ts';

const NO_HINTS = { minLength: -1, texts: [] };
const RULES = 'maxlength: 12;';
const members = () => Reflect.ownKeys(Object.prototype).map(String).sort();
const before = members();

describe.each(MEMBER_NAMES)('a site that is called %s', (name) => {
  // Browsers write hosts in lower case.
  const host = name.toLowerCase();
  const origin = `https://${host}`;
  const maxLength = async () => (await resolveSiteRule(origin, NO_HINTS)).rule.maxLength;

  it('has no rule as long as none is known', async () => {
    const { reasons, unread } = await resolveSiteRule(origin, NO_HINTS);
    expect([...reasons, ...unread]).toEqual([]);
  });

  it('is learnt of as any other, in ordinary and in private windows', async () => {
    await recordSiteErrors(name, ['At most 12 characters']);
    await recordSiteErrors(name, ['At most 11 characters'], true);
    await recordSiteErrors('a.example', ['At least 9 characters']);
    expect(Object.entries(await readLearntRules(false))).toEqual([
      ['a.example', ['At least 9 characters']],
      [name, ['At most 12 characters']],
    ]);
    const inPrivate = Object.entries(await readLearntRules(true));
    expect(inPrivate).toContainEqual([name, ['At most 11 characters', 'At most 12 characters']]);
    if (host === name) expect(await maxLength()).toBe(12);
  });

  it('has the recipe that is stored for it', async () => {
    await siteRecipes.update((recipes) => ({ ...recipes, [host]: RULES, 'a.example': RULES }));
    expect(Object.keys(await siteRecipes.read()).sort()).toEqual([host, 'a.example'].sort());
    expect(await maxLength()).toBe(12);
  });

  it('keeps the recipe that an earlier version has stored in an object', async () => {
    const value = Object.fromEntries([[host, RULES]]);
    await fakeBrowser.storage.local.set({ 'site-recipes': { version: 1, value } });
    expect(Object.entries(await siteRecipes.read())).toEqual([[host, RULES]]);
  });

  it('is imported and exported, and changes no prototype', async () => {
    const file = `{${JSON.stringify(host)}: {"password-rules": "${RULES}"}}`;
    const imported = importRecipes(file);
    if (!imported.ok) throw new Error(imported.errors[0]?.code);
    expect(Object.entries(imported.recipes)).toEqual([[host, RULES]]);
    expect(JSON.parse(exportRecipes(imported.recipes))).toEqual(JSON.parse(file));
    await siteRecipes.update(() => imported.recipes);
    const read = await siteRecipes.read();
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(members()).toEqual(before);
    expect(await fakeBrowser.storage.local.get()).toHaveProperty('site-recipes');
  });
});

it.each(MEMBER_NAMES)('an error at an option that is called %s is told', (option) => {
  const error = { code: 'out_of_range', option, message: '', range: [1, 2] } as const;
  expect(describeGeneratorError(error)).toBe(text('error_length'));
});
