// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Options } from '../../components/options/Options.tsx';
import { Popup } from '../../components/popup/Popup.tsx';
// Loaded here, because a test can end before the popup has loaded it.
import '../../components/popup/SaveRecipe.tsx';
import { mergeRules } from '../../lib/site-rules/merge.ts';
import { toPortable } from '../../lib/site-rules/portable-rule.ts';
import { exportRecipes } from '../../lib/site-rules/recipes/recipes.ts';
import { rememberPassword } from '../../lib/storage/recent-passwords.ts';
import { siteRecipes } from '../../lib/storage/site-recipes.ts';

/** Every message of the pseudo-locale stands in these brackets, so text outside them was not translated. */
const pseudo = (key: string) => (key === 'language' ? 'en' : `⟦${key}⟧`);

/** A pattern that gives the popup a sentence of every kind. */
const PATTERN = '(?=.*\\d)(ab|[a-z!0-9]){4,40}';
const RULE = mergeRules({
  maxLength: 10,
  pattern: PATTERN,
  passwordRules: 'minlength: 12; unknown',
  list: 'max-consecutive: 1',
});

/** Text that is the same in every language: signs, numbers, the chips and the passwords themselves. */
const UNIVERSAL =
  /^([\s·✓\d.]|A–Z|a–z|0–9|!@#|Alt\+Shift\+G|TinyFn|API Ninjas|Requiems|https:\/\/api\.tinyfn\.io)*$/;

beforeEach(() => {
  fakeBrowser.i18n = { getMessage: pseudo, getUILanguage: () => 'xx' } as never;
  fakeBrowser.tabs.query = vi.fn(async () => [{ id: 7 }]) as never;
  const survey = {
    host: 'example.com',
    fields: 2,
    rule: toPortable(RULE, PATTERN),
    undo: 2,
    foreign: ['https://example.org'],
  };
  fakeBrowser.runtime.sendMessage = vi.fn(async () => ({ ok: true, reply: survey })) as never;
});
afterEach(cleanup);

/** All text and all spoken attributes below `root` that do not come from the pseudo-locale. */
function strays(root: Element): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement?.closest('#password'))
      texts.push(walker.currentNode.textContent ?? '');
  }
  for (const name of ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt']) {
    for (const element of root.querySelectorAll(`[${name}]`)) texts.push(element.getAttribute(name) ?? '');
  }
  return texts.map((text) => text.replace(/⟦[a-zA-Z_]+⟧,? ?/g, '')).filter((text) => !UNIVERSAL.test(text));
}

it('leaves no sentence of the popup untranslated', async () => {
  await rememberPassword({ action: 'filled', incognito: false, password: 'Old-one-22', host: 'example.org' });
  const { container } = render(<Popup />);
  await screen.findByText(/^⟦adjust_shortened⟧/);
  await screen.findByText('⟦last_unfilled⟧');
  expect(strays(container)).toEqual([]);
});

it('leaves no sentence of the options untranslated', async () => {
  const { container } = render(<Options />);
  await screen.findByText('⟦options_clear⟧');
  await screen.findByText('Alt+Shift+G');
  expect(strays(container)).toEqual([]);
});

it('leaves no sentence about sites untranslated', async () => {
  const rules = 'minlength: 8; maxlength: 9; required: digit; required: upper, lower; max-consecutive: 2;';
  await siteRecipes.update(() => ({
    '1.2.3.4': rules,
    '1.2.3.5': 'minlength: 8; allowed: digit, [ ];',
    '1.2.3.6': 'maxlength: 9;',
  }));
  const { container } = render(<Options />);
  await screen.findByText('⟦options_clear⟧');
  for (const name of ['⟦recipe_edit_host⟧', '⟦recipe_add⟧']) {
    const [button] = await screen.findAllByRole('button', { name });
    fireEvent.click(button as Element);
  }
  for (const form of container.querySelectorAll('.recipe-form')) fireEvent.submit(form);
  await screen.findByText('⟦recipe_problem_host⟧');
  const input = container.querySelector('#recipe-import-file') as HTMLInputElement;
  for (const [file, shown] of [
    ['{"1.2.3.7": 0}', '⟦recipe_import_not_an_entry⟧'],
    [exportRecipes({ '1.2.3.7': rules }), '⟦recipe_import_question⟧'],
  ] as const) {
    fireEvent.change(input, { target: { files: [new File([file], 'sites.json')] } });
    await screen.findByText(shown);
    expect(strays(container)).toEqual([]);
  }
});
