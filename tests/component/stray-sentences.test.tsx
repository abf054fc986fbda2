// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Options } from '../../components/options/Options.tsx';
import { Popup } from '../../components/popup/Popup.tsx';
import { rememberPassword } from '../../lib/platform/recent-passwords.ts';

/** Every sentence of the pseudo-locale stands in these brackets: what is seen outside them was not translated. */
const pseudo = (key: string) => `⟦${key}⟧`;

/** What is the same in every language: signs, numbers, the chips and the passwords themselves. */
const UNIVERSAL =
  /^([\s·✓\d.]|A–Z|a–z|0–9|!@#|Alt\+Shift\+G|TinyFn|API Ninjas|Requiems|https:\/\/api\.tinyfn\.io)*$/;

beforeEach(() => {
  fakeBrowser.i18n = { getMessage: pseudo, getUILanguage: () => 'xx' } as never;
  fakeBrowser.tabs.query = vi.fn(async () => [{ id: 7 }]) as never;
  fakeBrowser.runtime.sendMessage = vi.fn(async () => ({
    host: 'example.com',
    fields: 2,
    maxLength: 10,
  })) as never;
});
afterEach(cleanup);

/** All text and all spoken attributes below `root` that are not of the pseudo-locale. */
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
  await rememberPassword({ how: 'filled', password: 'Old-one-22', host: 'example.org' });
  const { container } = render(<Popup />);
  await screen.findByText('⟦popup_shortened⟧');
  await screen.findByText('⟦last_unfilled⟧');
  expect(strays(container)).toEqual([]);
});

it('leaves no sentence of the options untranslated', async () => {
  const { container } = render(<Options />);
  await screen.findByText('⟦options_clear⟧');
  await screen.findByText('Alt+Shift+G');
  expect(strays(container)).toEqual([]);
});
