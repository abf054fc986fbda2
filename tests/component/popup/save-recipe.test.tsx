// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TabSurvey } from '../../../lib/messaging/messages.ts';
import { unmetBound } from '../../../lib/site-rules/check.ts';
import { mergeRules } from '../../../lib/site-rules/merge.ts';
import { siteRecipes } from '../../../lib/storage/site-recipes.ts';
import { deferred } from '../../support/deferred.ts';
import { text, textPattern } from '../../support/locale.ts';
import { background, fakeBackground } from '../fake-background.ts';
import { button, openPopup, shown, surveyWith } from './open-popup.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

const HOST = 'example.com';

describe('the options of the popup', () => {
  it('are saved for the site by a click', async () => {
    background.survey = { host: 'example.com:8443', fields: 1 };
    const user = await openPopup();
    await user.click(await screen.findByRole('button', { name: text('site_keep', HOST) }));
    await screen.findByText(text('site_kept', HOST));
    expect(await siteRecipes.read()).toEqual({
      'example.com': expect.stringContaining('minlength: 16; maxlength: 16;'),
    });
  });

  it.each([
    ['a length', { maxLength: 12 }, /minlength: 12; maxlength: 12; required: upper; required: lower/],
    ['no symbols', { passwordRules: 'allowed: upper, lower, digit;' }, /^(?!.*\[).*required: digit;$/],
    ['some symbols', { passwordRules: 'allowed: upper, lower, digit, [-_];' }, /required: \[-_\];/],
    ['a PIN', { pattern: '[0-9]{10}' }, /^minlength: 10; maxlength: 10; required: digit;$/],
  ])('are saved as they fit the site, which takes %s', async (_, site, rules) => {
    background.survey = surveyWith(site);
    const user = await openPopup();
    await screen.findByText(textPattern('site_fits', HOST, /.*/));
    await user.click(await screen.findByRole('button', { name: text('site_keep', HOST) }));
    await screen.findByText(text('site_kept', HOST));
    expect((await siteRecipes.read())[HOST]).toMatch(rules);
    const saved = mergeRules({ ...site, own: (await siteRecipes.read())[HOST] });
    expect(saved.contradictions).toEqual([]);
    expect(unmetBound(shown(), saved.rule)).toBeUndefined();
  });

  it.each([
    ['its length', { maxLength: 12 }, text('rule_max_length', 12)],
    ['its pattern', { pattern: '[a-z]{4,20}' }, textPattern('rule_none_uppercase').source],
    ['a longer minimum', { minLength: 24 }, text('rule_min_length', 24)],
  ])(
    'are refused where they contradict the page in %s, although its rules are ignored',
    async (_, site, bound) => {
      background.survey = surveyWith(site);
      const user = await openPopup();
      await user.click(await screen.findByRole('button', { name: text('site_ignore') }));
      await user.click(await screen.findByRole('button', { name: text('site_keep', HOST) }));
      await screen.findByText(
        new RegExp(`${textPattern('site_keep_refused', HOST, '').source.slice(0, -2)}.*${bound}`),
      );
      expect(await siteRecipes.read()).toEqual({});
    },
  );

  it('are saved against a sentence that was misread and is ignored', async () => {
    background.survey = surveyWith({ texts: ['At most 12 characters'] });
    const user = await openPopup();
    await user.click(await screen.findByRole('button', { name: text('site_ignore') }));
    await user.click(await screen.findByRole('button', { name: text('site_keep', HOST) }));
    await screen.findByText(text('site_kept', HOST));
    expect((await siteRecipes.read())[HOST]).toContain('maxlength: 16;');
  });

  it('are those of the copied password, and refused where a later rule takes none of them', async () => {
    const page = deferred<TabSurvey>();
    background.survey = page.promise;
    const user = await openPopup();
    await user.click(button(text('popup_copy')));
    page.resolve(surveyWith({ texts: ['At most 12 characters'] }));
    await user.click(await screen.findByRole('button', { name: text('site_keep', HOST) }));
    await screen.findByText(text('site_keep_refused', HOST, text('rule_max_length', 12)), { exact: false });
    await user.click(button(text('site_use_fitting')));
    await waitFor(() => expect(shown()).toHaveLength(12));
    await user.click(button(text('site_keep', HOST)));
    await screen.findByText(text('site_kept', HOST));
    expect((await siteRecipes.read())[HOST]).toContain('maxlength: 12;');
  });
});
