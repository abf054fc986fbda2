// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { apiSettings } from '../../../lib/storage/api-settings.ts';
import { text } from '../../support/locale.ts';
import { fakeBackground } from '../fake-background.ts';
import { button, openApiSection } from './open-api-section.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

it.each([
  ['passwords.example', text('options_url_no_scheme')],
  ['http://passwords.example', text('options_url_http_not_loopback')],
  ['https://me:secret@passwords.example', text('options_url_has_credentials')],
  ['https://passwords.example/?x=1', text('options_url_has_query')],
])('the base URL %s is rejected with the reason', async (address, problem) => {
  const user = await openApiSection();
  await user.type(screen.getByLabelText(text('options_api_base_url')), address);
  await user.tab();
  await screen.findByText(problem);
  expect(button(text('options_api_test'))).toHaveProperty('disabled', true);
});

it('a base URL is taken over when it is whole, and each service keeps its own', async () => {
  const user = await openApiSection();
  const field = () => screen.getByLabelText(text('options_api_base_url')) as HTMLInputElement;
  await user.type(field(), 'https://passwords.example/api');
  expect((await apiSettings.read()).baseUrls.tinyfn).toBe('');
  await user.tab();
  await waitFor(async () =>
    expect((await apiSettings.read()).baseUrls.tinyfn).toBe('https://passwords.example/api'),
  );
  const preset = screen.getByLabelText(text('options_api_preset'));
  await user.selectOptions(preset, 'requiems');
  await waitFor(() => expect(field().value).toBe(''));
  await user.selectOptions(preset, 'tinyfn');
  await waitFor(() => expect(field().value).toBe('https://passwords.example/api'));
});
