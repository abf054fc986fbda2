// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { apiSettings } from '../../../lib/storage/api-settings.ts';
import { deleteKey } from '../../../lib/storage/key-store.ts';
import { configuredService, saveConfiguredKey } from '../../support/configured-key.ts';
import { grantedPermissions, person } from '../../support/fake-browser.ts';
import { text } from '../../support/locale.ts';
import { API_HOST, background, fakeBackground } from '../fake-background.ts';
import { button, KEY, openApiSection } from './open-api-section.tsx';

beforeEach(fakeBackground);
beforeEach(() => saveConfiguredKey({ key: KEY, keeping: 'session' }));
afterEach(cleanup);

const ORIGIN_PATTERN = `https://${API_HOST}/*`;
const apiSwitch = () => screen.getByRole('switch', { name: text('options_api_on') });

describe('the switch of the API', () => {
  it('comes with a test of the service, which requests permission for its origin', async () => {
    const user = await openApiSection();
    await user.click(button(text('options_api_test')));
    await screen.findByText(text('options_api_test_passed', API_HOST, '120'));
    expect([...grantedPermissions]).toEqual([ORIGIN_PATTERN]);
  });

  it('shows what the server said to a failed test only on demand', async () => {
    const problem = { code: 'key_refused', status: 401, detail: 'No such key' } as const;
    background.testReply = { ok: false, host: API_HOST, problem };
    const user = await openApiSection();
    await user.click(button(text('options_api_test')));
    await screen.findByText(text('api_key_refused', API_HOST, '401'));
    const disclosure = document.querySelector('.server-detail');
    expect(disclosure).toHaveProperty('open', false);
    expect(disclosure?.querySelector('p')?.textContent).toBe(text('api_server_says', 'No such key'));
  });

  it('sends nothing when the person declines', async () => {
    person.allows = false;
    const user = await openApiSection();
    await user.click(button(text('options_api_test')));
    await screen.findByText(text('options_api_declined', API_HOST));
    await user.click(apiSwitch());
    expect(apiSwitch()).toHaveProperty('checked', false);
    expect(await apiSettings.read()).toMatchObject({ on: false });
    expect(background.sent).toEqual([]);
  });

  it('removes the permission when it is switched off, and when the server changes', async () => {
    const user = await openApiSection();
    await user.click(apiSwitch());
    await waitFor(async () => expect(await apiSettings.read()).toMatchObject({ on: true }));
    await user.click(apiSwitch());
    await waitFor(() => expect([...grantedPermissions]).toEqual([]));
    await user.click(apiSwitch());
    await waitFor(() => expect([...grantedPermissions]).toEqual([ORIGIN_PATTERN]));
    await user.selectOptions(screen.getByLabelText(text('options_api_preset')), 'requiems');
    await waitFor(async () =>
      expect(await apiSettings.read()).toMatchObject({ on: false, preset: 'requiems' }),
    );
    expect([...grantedPermissions]).toEqual([]);
  });
  it('cannot be on without a key', async () => {
    await deleteKey(await configuredService());
    await apiSettings.update((settings) => ({ ...settings, on: true }));
    grantedPermissions.add(ORIGIN_PATTERN);
    const user = await openApiSection();
    await screen.findByText(text('options_api_without_key', API_HOST));
    expect(apiSwitch()).toMatchObject({ checked: false, disabled: true });
    await user.click(button(text('options_api_leave_off')));
    await waitFor(async () => expect(await apiSettings.read()).toMatchObject({ on: false }));
  });

  it('follows the permission, which can be given again', async () => {
    const user = await openApiSection();
    await user.click(apiSwitch());
    await waitFor(() => expect(apiSwitch()).toHaveProperty('checked', true));
    await fakeBrowser.permissions.remove({ origins: [ORIGIN_PATTERN] });
    await screen.findByText(text('options_api_not_allowed', API_HOST));
    expect(apiSwitch()).toHaveProperty('checked', false);
    await user.click(button(text('options_api_allow')));
    await waitFor(() => expect(apiSwitch()).toHaveProperty('checked', true));
    expect(screen.queryByText(text('options_api_not_allowed', API_HOST))).toBeNull();
  });
});
