// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Popup } from '../../components/popup/Popup.tsx';
import { chosenKind, kindOptions } from '../../lib/storage/kind-options.ts';

beforeEach(() => {
  fakeBrowser.tabs.query = vi.fn(async () => [{ id: 7 }]) as never;
  fakeBrowser.runtime.sendMessage = vi.fn(async () => ({ host: 'example.com', fields: 0 })) as never;
});
afterEach(cleanup);

const shown = () => document.querySelector('#password')?.textContent ?? '';
async function open() {
  const user = userEvent.setup();
  render(<Popup />);
  await screen.findByRole('tab', { name: 'Password' });
  await waitFor(() => expect(shown()).not.toBe(''));
  return user;
}

describe('the kinds in the popup', () => {
  it('are tabs, of which the chosen one is remembered', async () => {
    const user = await open();
    await user.click(screen.getByRole('tab', { name: 'PIN' }));
    await waitFor(() => expect(shown()).toMatch(/^\d{6}$/));
    expect(screen.getByText('19.9 bits', { exact: false })).toBeTruthy();
    await waitFor(async () => expect(await chosenKind.read()).toBe('pin'));
    cleanup();
    await open();
    expect(shown()).toMatch(/^\d{6}$/);
  });

  it('can be reached by arrow keys', async () => {
    const user = await open();
    screen.getByRole('tab', { name: 'Password' }).focus();
    await user.keyboard('{ArrowRight}');
    await waitFor(() => expect(shown()).toMatch(/^[a-z-]+(-[a-z-]+){5}$/));
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Passphrase' }));
    expect(screen.getByText('77.5 bits', { exact: false })).toBeTruthy();
  });

  it('each remember their own options', async () => {
    await chosenKind.write('passphrase');
    const user = await open();
    await user.clear(screen.getByRole('spinbutton', { name: 'Words' }));
    await user.type(screen.getByRole('spinbutton', { name: 'Words' }), '4');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Capital letters' }), 'first of each word');
    await user.click(screen.getByRole('switch', { name: 'Add a digit' }));
    await waitFor(() => expect(shown()).toMatch(/^([A-Z][a-z-]+\d?-?){4}$/));
    expect(shown()).toMatch(/\d/);
    await waitFor(async () =>
      expect(await kindOptions.passphrase.read()).toMatchObject({
        words: 4,
        capitals: 'first',
        number: true,
      }),
    );
    expect(await kindOptions.pin.read()).toMatchObject({ length: 6 });
  });

  it('have minimums and repeats under More, counted in the bits', async () => {
    const user = await open();
    await user.click(screen.getByText('More'));
    await user.clear(screen.getByRole('spinbutton', { name: 'Min. digits' }));
    await user.type(screen.getByRole('spinbutton', { name: 'Min. digits' }), '5');
    await user.click(screen.getByRole('switch', { name: /twice in a row/ }));
    expect(shown().replace(/\D/g, '').length).toBeGreaterThanOrEqual(5);
    expect(shown()).not.toMatch(/(.)\1/);
    expect(screen.queryByText('104.6 bits', { exact: false })).toBeNull();
  });

  it('have pronounceable passwords under More, shown as strong as they are', async () => {
    const user = await open();
    await user.click(screen.getByText('More'));
    await user.click(screen.getByRole('switch', { name: 'Pronounceable' }));
    await waitFor(() => expect(shown()).toMatch(/^[a-z]{16,}$/));
    expect(screen.getByText('71.3 bits', { exact: false })).toBeTruthy();
    expect(screen.getByRole('tab', { name: 'Password' }).getAttribute('aria-selected')).toBe('true');
    await user.click(screen.getByRole('switch', { name: 'Pronounceable' }));
    await waitFor(() => expect(shown()).toHaveLength(16));
  });

  it('say so when the options cannot be met together', async () => {
    const user = await open();
    await user.click(screen.getByText('More'));
    for (const name of ['Min. digits', 'Min. symbols']) {
      await user.clear(screen.getByRole('spinbutton', { name }));
      await user.type(screen.getByRole('spinbutton', { name }), '5');
    }
    await user.clear(screen.getByRole('spinbutton', { name: 'Length' }));
    await user.type(screen.getByRole('spinbutton', { name: 'Length' }), '8');
    expect(screen.getByRole('alert').textContent).toBe(
      'The password is too short for all that it must hold. Make it longer.',
    );
  });
});
