// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rememberPassword } from '../../../lib/storage/recent-passwords.ts';
import { text, textPattern } from '../../support/locale.ts';
import { fakeBackground } from '../fake-background.ts';
import { button, openPopup } from './open-popup.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

describe('the last password', () => {
  it('is shown by a click, and can be copied again', async () => {
    await rememberPassword({
      action: 'filled',
      incognito: false,
      password: 'Old-one-22',
      host: 'example.org',
    });
    const user = await openPopup();
    expect(await screen.findByText(textPattern('last_unfilled', 'example.org', /.+/))).toBeTruthy();
    expect(document.body.textContent).not.toContain('Old-one-22');
    await user.click(button(text('last_show')));
    expect(document.body.textContent).toContain('Old-one-22');
    await user.click(button(text('last_copy')));
    expect(await navigator.clipboard.readText()).toBe('Old-one-22');
  });

  it('names a page without a host as a file on this computer', async () => {
    await rememberPassword({ action: 'filled', incognito: false, password: 'Old-one-22', host: '' });
    await openPopup();
    await screen.findByText(textPattern('last_unfilled', text('last_file'), /.+/));
  });
});
