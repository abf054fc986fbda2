// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FillOutcome } from '../../../lib/messaging/fill-outcome.ts';
import { lastOutcome, recordLastOutcome } from '../../../lib/storage/last-outcome.ts';
import { text, textPattern } from '../../support/locale.ts';
import { background, fakeBackground } from '../fake-background.ts';
import { openPopup } from './open-popup.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

/** A fill by the menu or the shortcut just after two on the first of May. */
const ended = (outcome: FillOutcome, host = 'example.org', incognito = false) =>
  recordLastOutcome({ outcome, host, at: new Date(2026, 4, 1, 14, 2).getTime(), incognito });

const line = () => document.querySelector('#last-fill')?.textContent;
const seen = () => waitFor(async () => expect(await lastOutcome.read()).toBeNull());

describe('a failed fill of the menu or the shortcut', () => {
  it.each([
    [{ code: 'no_field' }, text('fill_no_field')],
    [{ code: 'changed', problems: [{ kind: 'truncated', to: 8 }] }, text('fill_truncated', 8)],
    [{ code: 'too_long', maxLength: 4 }, text('fill_too_long', 4)],
    [{ code: 'foreign_frame', host: 'pay.example' }, text('fill_foreign_frame', 'pay.example')],
  ] as const)('stands in the popup with its reason and time: %o', async (outcome, reason) => {
    await ended(outcome);
    await openPopup();
    expect(line()).toMatch(textPattern('last_fill_on', 'example.org', /.*2026.*2:02.*/, reason));
    await seen();
    expect(line()).toContain(reason);
  });

  it('has no site where the browser gave none', async () => {
    await ended({ code: 'no_access' }, '');
    await openPopup();
    expect(line()).toMatch(textPattern('last_fill', /.*2:02.*/, text('fill_no_access')));
  });

  it('is gone at the next opening', async () => {
    await ended({ code: 'no_field' });
    await openPopup();
    await seen();
    cleanup();
    await openPopup();
    expect(line()).toBeUndefined();
  });

  it('is gone once the popup has filled', async () => {
    await ended({ code: 'no_field' });
    background.survey = { host: 'example.org', fields: 2 };
    const user = await openPopup();
    await user.click(await screen.findByRole('button', { name: text('popup_fill', 2) }));
    await waitFor(() => expect(line()).toBeUndefined());
  });

  it('of a private window waits for the popup of one', async () => {
    await ended({ code: 'no_field' }, 'example.org', true);
    await openPopup();
    expect(line()).toBeUndefined();
    expect(await lastOutcome.read()).not.toBeNull();
  });

  it('shows in a popup that is already open', async () => {
    await openPopup();
    await ended({ code: 'moved' });
    await waitFor(() => expect(line()).toContain(text('fill_moved')));
  });
});

describe('a fill that went well', () => {
  it('takes no place, and is seen', async () => {
    await ended({ code: 'filled', fields: 2 });
    await openPopup();
    expect(line()).toBeUndefined();
    await seen();
  });

  it('in a window without a toolbar is told, with the server that made the password', async () => {
    const outcome = { code: 'filled', fields: 2, madeBy: 'api.example' } as const;
    await recordLastOutcome({ outcome, host: 'id.example', at: 1, incognito: false, noToolbar: true });
    await openPopup();
    const result = `${text('fill_filled', 2)} ${text('fill_made_by', 'api.example')}`;
    expect(line()).toMatch(textPattern('last_fill_on', 'id.example', /.+/, result));
    expect(document.querySelector<HTMLElement>('#last-fill')?.dataset.tone).toBeUndefined();
    await seen();
  });

  it('but with a very weak password is told', async () => {
    await ended({ code: 'filled', fields: 2, weak: true });
    await openPopup();
    expect(line()).toContain(text('fill_filled', 2));
  });
});
