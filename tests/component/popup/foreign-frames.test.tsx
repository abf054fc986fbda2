// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pendingFill } from '../../../lib/storage/pending-fill.ts';
import { grantedPermissions, person } from '../../support/fake-browser.ts';
import { text } from '../../support/locale.ts';
import { background, fakeBackground } from '../fake-background.ts';
import { button, openPopup, shown } from './open-popup.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

describe('a form in a frame of another site', () => {
  it('is filled once the person allows that one site', async () => {
    background.survey = {
      host: '',
      fields: 0,
      foreign: ['https://accounts.example', 'https://ads.example:8443'],
    };
    background.fillOutcome = { code: 'filled', fields: 1 };
    const user = await openPopup();
    const password = shown();
    expect(button(text('popup_allow_frame', 'ads.example:8443'))).toBeTruthy();
    await user.click(
      await screen.findByRole('button', { name: text('popup_allow_frame', 'accounts.example') }),
    );
    await screen.findByText(text('fill_filled', 1));
    expect([...grantedPermissions]).toEqual(['https://accounts.example/*']);
    expect(await pendingFill.read()).toEqual({
      tabId: 7,
      host: 'accounts.example',
      matchPattern: 'https://accounts.example/*',
      password,
      at: expect.any(Number),
    });
    expect(JSON.stringify(background.sent)).not.toContain(password);
  });

  it('is not filled, and the popup shows what to do, if the person does not allow it', async () => {
    background.survey = { host: '', fields: 0, foreign: ['https://accounts.example'] };
    person.allows = false;
    const user = await openPopup();
    await user.click(
      await screen.findByRole('button', { name: text('popup_allow_frame', 'accounts.example') }),
    );
    await screen.findByText(text('popup_frame_declined', 'accounts.example'));
    expect(background.sent.map(({ name }) => name)).not.toContain('popup-to-background:fill-granted');
  });
});
