// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { text, textPattern } from '../../support/locale.ts';
import { fakeBackground } from '../fake-background.ts';
import { openPopup, shown } from '../popup/open-popup.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

const number = (name: string) => screen.getByRole('spinbutton', { name });

describe('the finer options of a password', () => {
  it('are minimums and repeats, counted in the bits', async () => {
    const user = await openPopup();
    await user.click(screen.getByText(text('popup_more')));
    await user.clear(number(text('option_minNumbers')));
    await user.type(number(text('option_minNumbers')), '5');
    await user.click(screen.getByRole('switch', { name: text('option_no_repeats') }));
    expect(shown().replace(/\D/g, '').length).toBeGreaterThanOrEqual(5);
    expect(shown()).not.toMatch(/(.)\1/);
    expect(screen.getByText(textPattern('strength_bits', /\d+\.\d/))).toBeTruthy();
    expect(screen.queryByText(textPattern('strength_bits', '104.6'))).toBeNull();
  });

  it('show an error if they cannot be met together', async () => {
    const user = await openPopup();
    await user.click(screen.getByText(text('popup_more')));
    for (const name of [text('option_minNumbers'), text('option_minSymbols')]) {
      await user.clear(number(name));
      await user.type(number(name), '5');
    }
    await user.clear(number(text('option_length')));
    await user.type(number(text('option_length')), '8');
    expect(screen.getByRole('alert').textContent).toBe(text('error_too_short'));
  });
});
