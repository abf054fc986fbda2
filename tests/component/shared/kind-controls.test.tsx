// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chosenKind, kindOptions } from '../../../lib/storage/kind-options.ts';
import { text, textPattern } from '../../support/locale.ts';
import { fakeBackground } from '../fake-background.ts';
import { openPopup, shown } from '../popup/open-popup.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

const number = (name: string) => screen.getByRole('spinbutton', { name });

describe('the controls of each kind', () => {
  it('remember their own options', async () => {
    await chosenKind.update(() => 'passphrase');
    const user = await openPopup();
    await waitFor(() => expect(shown()).not.toBe(''));
    await user.clear(number(text('option_words')));
    await user.type(number(text('option_words')), '4');
    await user.selectOptions(
      screen.getByRole('combobox', { name: text('option_capitals') }),
      text('option_capitals_first'),
    );
    await user.click(screen.getByRole('switch', { name: text('option_add_number') }));
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

  it('have pronounceable passwords among the finer ones, shown as strong as they are', async () => {
    const user = await openPopup();
    await user.click(screen.getByText(text('popup_more')));
    await user.click(screen.getByRole('switch', { name: text('option_pronounceable') }));
    await waitFor(() => expect(shown()).toMatch(/^[a-z]{16,}$/));
    expect(screen.getByText(textPattern('strength_bits', '71.3'))).toBeTruthy();
    const tab = screen.getByRole('tab', { name: text('kind_password') });
    expect(tab.getAttribute('aria-selected')).toBe('true');
    await user.click(screen.getByRole('switch', { name: text('option_pronounceable') }));
    await waitFor(() => expect(shown()).toHaveLength(16));
  });
});
