import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect } from 'vitest';
import { Popup } from '../../../components/popup/Popup.tsx';
// Loaded here, because a test can end before the popup has loaded it.
import '../../../components/popup/SaveRecipe.tsx';
import type { TabSurvey } from '../../../lib/messaging/messages.ts';
import { mergeRules } from '../../../lib/site-rules/merge.ts';
import { toPortable } from '../../../lib/site-rules/portable-rule.ts';
import type { RawSources } from '../../../lib/site-rules/read-sources.ts';
import { text } from '../../support/locale.ts';
import { background } from '../fake-background.ts';

/** Opens the popup and waits until it has surveyed the page; `user-event` brings its own clipboard. */
export async function openPopup() {
  const user = userEvent.setup();
  render(<Popup />);
  await screen.findByRole('button', { name: text('popup_copy') });
  await waitFor(() =>
    expect(background.sent.map(({ name }) => name)).toContain('popup-to-background:survey'),
  );
  return user;
}

/** The password in the popup; empty while there is none. */
export const shown = () => document.querySelector('#password')?.textContent ?? '';

/** A button by its label. */
export const button = (name: string | RegExp) => screen.getByRole('button', { name });

/** The survey of a page with one field and these rules. */
export const surveyWith = (sources: RawSources): TabSurvey => ({
  host: 'example.com',
  fields: 1,
  rule: toPortable(mergeRules(sources), sources.pattern),
});

/** Selects an element's text, or a part of it by the numbers of its children, as a drag does. */
export function select(css: string, from?: number, to?: number): void {
  const element = document.querySelector(css) as Element;
  const range = document.createRange();
  range.selectNodeContents(element);
  if (from !== undefined) range.setStart(element, from);
  if (to !== undefined) range.setEnd(element, to);
  const selection = getSelection() as Selection;
  selection.removeAllRanges();
  selection.addRange(range);
  // jsdom has a selection, but does not report its changes.
  fireEvent(document, new Event('selectionchange'));
}
