// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chosenKind } from '../../../lib/storage/kind-options.ts';
import { text, textPattern } from '../../support/locale.ts';
import { fakeBackground } from '../fake-background.ts';
import { openPopup, shown } from './open-popup.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

const tab = (name: string) => screen.getByRole('tab', { name });

describe('the kinds in the popup', () => {
  it('are tabs, of which the chosen one is remembered', async () => {
    const user = await openPopup();
    await user.click(tab(text('kind_pin')));
    await waitFor(() => expect(shown()).toMatch(/^\d{6}$/));
    expect(screen.getByText(textPattern('strength_bits', '19.9'))).toBeTruthy();
    await waitFor(async () => expect(await chosenKind.read()).toBe('pin'));
    cleanup();
    await openPopup();
    await waitFor(() => expect(shown()).not.toBe(''));
    expect(shown()).toMatch(/^\d{6}$/);
  });

  it('can be reached by arrow keys', async () => {
    const user = await openPopup();
    tab(text('kind_password')).focus();
    await user.keyboard('{ArrowRight}');
    await waitFor(() => expect(shown()).toMatch(/^[a-z-]+(-[a-z-]+){5}$/));
    expect(document.activeElement).toBe(tab(text('kind_passphrase')));
    expect(screen.getByText(textPattern('strength_bits', '77.5'))).toBeTruthy();
  });
});
