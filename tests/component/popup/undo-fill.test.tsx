// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { text } from '../../support/locale.ts';
import { background, fakeBackground } from '../fake-background.ts';
import { button, openPopup } from './open-popup.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

describe('undoing a fill in the popup', () => {
  it.each([
    [{ restored: 2, left: 0 }, text('popup_undone')],
    [{ restored: 1, left: 1 }, text('popup_undone_some', 1)],
    [{ restored: 0, left: 2 }, text('popup_undone_none')],
  ])(
    'is offered while the page still holds the fill, and reports the result: %o',
    async (reply, sentence) => {
      background.survey = { host: 'example.com', fields: 2, undo: 2 };
      background.undoReply = reply;
      const user = await openPopup();
      await screen.findByText(text('popup_undo', 2));
      background.survey = { host: 'example.com', fields: 2 };
      await user.click(button(text('popup_undo_button')));
      await screen.findByText(sentence);
      expect(background.sent).toContainEqual({ name: 'popup-to-background:undo', request: { tabId: 7 } });
      await waitFor(() =>
        expect(screen.queryByRole('button', { name: text('popup_undo_button') })).toBeNull(),
      );
    },
  );

  it('is offered right after a fill', async () => {
    background.survey = { host: 'example.com', fields: 1 };
    const user = await openPopup();
    expect(screen.queryByRole('button', { name: text('popup_undo_button') })).toBeNull();
    background.survey = { host: 'example.com', fields: 1, undo: 1 };
    await user.click(await screen.findByRole('button', { name: text('popup_fill', 1) }));
    await screen.findByText(text('popup_undo', 1));
    expect(screen.getByText(text('fill_filled', 1))).toBeTruthy();
  });
});
