// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../lib/generator/index.ts';
import { chosenKind, fillKind, kindOptions } from '../../../lib/storage/kind-options.ts';
import { text } from '../../support/locale.ts';
import { openOptions } from './open-options.tsx';

afterEach(cleanup);

describe('the options of new passwords', () => {
  it('are stored as they change, with their strength, and can be reset', async () => {
    const user = await openOptions();
    await user.click(screen.getByRole('checkbox', { name: text('option_symbols') }));
    await screen.findByText(`${text('strength_strong')} · ${text('strength_bits', '95.2')}`);
    await waitFor(async () => expect(await kindOptions.password.read()).toMatchObject({ symbols: false }));
    await user.click(screen.getByRole('button', { name: text('options_reset') }));
    await waitFor(async () => expect(await kindOptions.password.read()).toMatchObject(DEFAULT_OPTIONS));
  });

  it('come with the cause when no password meets them', async () => {
    const user = await openOptions();
    await user.type(screen.getByRole('textbox', { name: text('option_exclude') }), '0123456789');
    await screen.findByText(text('error_emptied_numbers'));
  });

  it('have a kind for the menu and the shortcut of their own', async () => {
    await chosenKind.update(() => 'pin');
    const user = await openOptions();
    const list = screen.getByRole('combobox', { name: text('options_fill_kind') });
    expect(list).toHaveProperty('value', 'password');
    await user.selectOptions(list, text('option_pronounceable'));
    await waitFor(async () => expect(await fillKind.read()).toBe('pronounceable'));
    expect(await chosenKind.read()).toBe('pin');
  });

  it('follow what the popup stores', async () => {
    await openOptions();
    await kindOptions.password.update(() => ({ ...DEFAULT_OPTIONS, length: 33 }));
    await waitFor(() =>
      expect(screen.getByRole('spinbutton', { name: text('option_length') })).toHaveProperty('value', '33'),
    );
  });
});
