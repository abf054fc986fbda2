// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apiSettings } from '../../../lib/storage/api-settings.ts';
import { kindOptions } from '../../../lib/storage/kind-options.ts';
import { text } from '../../support/locale.ts';
import { fakeBackground } from '../fake-background.ts';
import { openPopup, shown } from '../popup/open-popup.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

const lengthField = () => screen.getByRole('spinbutton', { name: text('option_length') });

describe('the controls of a password', () => {
  it('make a new password at once when one changes, and are remembered', async () => {
    const user = await openPopup();
    await user.click(screen.getByRole('checkbox', { name: text('option_symbols') }));
    expect(shown()).toMatch(/^[A-Za-z0-9]{16}$/);
    await user.click(screen.getByRole('switch', { name: text('option_look_alikes') }));
    await user.type(screen.getByRole('textbox', { name: text('option_exclude') }), 'xyz');
    await user.clear(lengthField());
    await user.type(lengthField(), '40');
    expect(shown()).toMatch(/^[A-Za-z0-9]{40}$/);
    expect(shown()).not.toMatch(/[xyzIl1O0o]/);
    await waitFor(async () =>
      expect(await kindOptions.password.read()).toMatchObject({
        length: 40,
        symbols: false,
        exclude: 'xyz',
        avoidLookAlikes: true,
      }),
    );
  });

  it('keep the last valid length while another is being typed', async () => {
    const user = await openPopup();
    await user.clear(lengthField());
    await user.type(lengthField(), '3');
    expect(shown()).toHaveLength(16);
    await user.tab();
    expect((lengthField() as HTMLInputElement).value).toBe('16');
  });

  it('are disabled with the reason where the service cannot honour them', async () => {
    await apiSettings.update((settings) => ({ ...settings, preset: 'api-ninjas', on: true }));
    await openPopup();
    const uppercase = await screen.findByRole('checkbox', { name: text('option_uppercase') });
    await waitFor(() => expect(uppercase).toHaveProperty('disabled', true));
    expect(uppercase.title).toBe(text('popup_option_unsupported', 'api.api-ninjas.com'));
  });
});
