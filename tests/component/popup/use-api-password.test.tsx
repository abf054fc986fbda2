// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apiSettings } from '../../../lib/storage/api-settings.ts';
import { recentPasswords } from '../../../lib/storage/recent-passwords.ts';
import { deferred } from '../../support/deferred.ts';
import { text, textPattern } from '../../support/locale.ts';
import { API_HOST, API_PASSWORD, background, fakeBackground } from '../fake-background.ts';
import { button, openPopup, shown, surveyWith } from './open-popup.tsx';

beforeEach(async () => {
  fakeBackground();
  await apiSettings.update((settings) => ({ ...settings, on: true }));
});
afterEach(cleanup);

describe('the popup with the API on', () => {
  it('shows nothing that could be taken for the password before the server has replied', async () => {
    const waiting = deferred();
    const { makeByApi } = background;
    background.makeByApi = () => waiting.promise.then(makeByApi);
    await openPopup();
    expect(shown()).toBe('');
    expect(document.querySelector('#awaited .password')?.textContent).toBe('•'.repeat(16));
    expect(document.querySelector('#source')?.textContent).toBe('');
    waiting.resolve();
    await screen.findByText(text('popup_source_api', API_HOST));
    expect(shown()).toBe(API_PASSWORD.password);
  });

  it('shows a local password at once where this device is the fallback, and names the maker of each', async () => {
    await apiSettings.update((settings) => ({ ...settings, fallback: 'local' }));
    const waiting = deferred();
    const { makeByApi } = background;
    background.makeByApi = () => waiting.promise.then(makeByApi);
    await openPopup();
    await screen.findByText(text('popup_source_local'));
    expect(shown()).toHaveLength(16);
    waiting.resolve();
    await screen.findByText(text('popup_source_api', API_HOST));
    expect(shown()).toBe(API_PASSWORD.password);
    expect(screen.getByText(textPattern('strength_at_most', '104.6'))).toBeTruthy();
    expect(screen.getByText(text('popup_server_says', API_HOST, '105.2'))).toBeTruthy();
  });

  it('sends the site’s rule along, because the background checks the server’s password against it', async () => {
    const survey = surveyWith({ maxLength: 12, pattern: '([a-z][0-9])+' });
    background.survey = survey;
    await openPopup();
    const requestsSent = () =>
      background.sent.filter(({ name }) => name === 'popup-to-background:make-by-api');
    await waitFor(() =>
      expect(requestsSent().at(-1)?.request).toMatchObject({
        options: { length: 12 },
        rule: survey.rule,
      }),
    );
  });

  it('records, beside a copied password, who made it', async () => {
    const user = await openPopup();
    await screen.findByText(text('popup_source_api', API_HOST));
    await user.click(button(text('popup_copy')));
    await screen.findByText(textPattern('last_made_by', API_HOST));
    expect(await recentPasswords.read()).toMatchObject([
      { password: API_PASSWORD.password, madeBy: API_HOST },
    ]);
  });
});
