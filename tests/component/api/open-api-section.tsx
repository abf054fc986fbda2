import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { ApiSection } from '../../../components/options/api/ApiSection.tsx';
import { text } from '../../support/locale.ts';
import { API_HOST } from '../fake-background.ts';

/** A key in the form that the default preset has. */
export const KEY = 'tfn_test_0123456789abcdef';

/** Opens the section of the settings about the API, with its form for the key. */
export async function openApiSection() {
  const user = userEvent.setup();
  render(<ApiSection />);
  await screen.findByRole('heading', { name: text('options_api') });
  await screen.findByLabelText(text('options_key', API_HOST));
  return user;
}

export const button = (name: string) => screen.getByRole('button', { name });
