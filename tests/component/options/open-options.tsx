import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { Options } from '../../../components/options/Options.tsx';
import { text } from '../../support/locale.ts';

/** Opens the options page and waits until its settings have loaded. */
export async function openOptions() {
  const user = userEvent.setup();
  render(<Options />);
  await screen.findByRole('heading', { name: text('options_generator') });
  await screen.findByRole('heading', { name: text('options_clipboard') });
  await screen.findByText('Alt+Shift+G');
  return user;
}
