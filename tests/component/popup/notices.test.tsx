// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { CLEAR_ALARM } from '../../../lib/platform/clipboard-alarm.ts';
import { clipboardSettings } from '../../../lib/storage/clipboard-settings.ts';
import { grantedPermissions, person } from '../../support/fake-browser.ts';
import { text } from '../../support/locale.ts';
import { fakeBackground } from '../fake-background.ts';
import { button, openPopup } from './open-popup.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

describe('the offer to clear the clipboard', () => {
  it('requests the permission and sets the alarm when it is accepted', async () => {
    const user = await openPopup();
    await user.click(button(text('popup_copy')));
    await user.click(await screen.findByRole('button', { name: text('clear_accept') }));
    await screen.findByText(text('clear_scheduled', 60));
    expect([...grantedPermissions]).toEqual(['clipboardRead', 'clipboardWrite']);
    expect(await fakeBrowser.alarms.get(CLEAR_ALARM)).toBeDefined();
  });

  it('sets no alarm when the person denies the permission', async () => {
    const user = await openPopup();
    person.allows = false;
    await user.click(button(text('popup_copy')));
    await user.click(await screen.findByRole('button', { name: text('clear_accept') }));
    expect(await fakeBrowser.alarms.get(CLEAR_ALARM)).toBeFalsy();
  });

  it('does not come back once it was declined', async () => {
    const user = await openPopup();
    await user.click(button(text('popup_copy')));
    await user.click(await screen.findByRole('button', { name: text('clear_decline') }));
    await waitFor(async () => expect(await clipboardSettings.read()).toMatchObject({ offer: false }));
    expect(screen.queryByRole('button', { name: text('clear_accept') })).toBeNull();
  });
});
