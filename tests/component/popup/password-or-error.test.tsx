// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLASS_NAMES } from '../../../lib/generator/index.ts';
import { text } from '../../support/locale.ts';
import { fakeBackground } from '../fake-background.ts';
import { button, openPopup } from './open-popup.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

describe('a policy that no password meets', () => {
  it('is shown with its cause, and nothing can be copied then', async () => {
    const user = await openPopup();
    await user.type(screen.getByRole('textbox', { name: text('option_exclude') }), '0123456789');
    expect(screen.getByRole('alert').textContent).toBe(text('error_emptied_numbers'));
    expect(button(text('popup_copy'))).toHaveProperty('disabled', true);
    for (const name of CLASS_NAMES) {
      await user.click(screen.getByRole('checkbox', { name: text(`option_${name}`) }));
    }
    expect(screen.getByRole('alert').textContent).toBe(text('error_no_class'));
  });
});
