// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { apiSettings } from '../../../lib/storage/api-settings.ts';
import { text } from '../../support/locale.ts';
import { API_HOST, background, fakeBackground } from '../fake-background.ts';
import { openPopup } from './open-popup.tsx';

beforeEach(async () => {
  fakeBackground();
  await apiSettings.update((settings) => ({ ...settings, on: true }));
});
afterEach(cleanup);

it('a request is shown only when it takes long, and Escape cancels it', async () => {
  background.makeByApi = () => new Promise(() => {});
  const user = await openPopup();
  await screen.findByText(text('popup_asking', API_HOST));
  await user.keyboard('{Escape}');
  expect(background.sent.at(-1)?.name).toBe('popup-to-background:cancel-api');
});
