// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pinHintShown } from '../../../lib/storage/pin-hint.ts';
import { text } from '../../support/locale.ts';
import { fakeBackground } from '../fake-background.ts';
import { openPopup } from './open-popup.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

const toolbar = (settings: object | undefined) =>
  Object.assign(fakeBrowser.action, { getUserSettings: settings && (async () => settings) });
const hint = () => screen.queryByText(text('popup_pin_hint'));

describe('the hint that results show on a pinned button', () => {
  it('is given once', async () => {
    toolbar({ isOnToolbar: false });
    await openPopup();
    await screen.findByText(text('popup_pin_hint'));
    await waitFor(async () => expect(await pinHintShown.read()).toBe(true));
    expect(hint()).not.toBeNull();
    cleanup();
    await openPopup();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(hint()).toBeNull();
  });

  it('goes when the person does something', async () => {
    toolbar({ isOnToolbar: false });
    const user = await openPopup();
    await screen.findByText(text('popup_pin_hint'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(hint()).toBeNull());
  });

  it.each([
    ['the button is pinned', { isOnToolbar: true }],
    ['the browser does not say', {}],
    ['the browser has no such call', undefined],
  ])('is not given where %s', async (_, settings) => {
    toolbar(settings);
    await openPopup();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(hint()).toBeNull();
    expect(await pinHintShown.read()).toBe(false);
  });
});
