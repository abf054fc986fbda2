// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
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
  await screen.findByText(problem);
  expect(button(text('options_api_test'))).toHaveProperty('disabled', true);
});
