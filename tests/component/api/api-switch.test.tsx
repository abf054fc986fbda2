// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apiSettings } from '../../../lib/storage/api-settings.ts';
import { grantedPermissions, person } from '../../support/fake-browser.ts';
import { text } from '../../support/locale.ts';
import { API_HOST, background, fakeBackground } from '../fake-background.ts';
import { button, openApiSection } from './open-api-section.tsx';

beforeEach(fakeBackground);
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

  it('sends nothing when the person declines', async () => {
    person.allows = false;
    const user = await openApiSection();
    await user.click(button(text('options_api_test')));
    await screen.findByText(text('options_api_declined', API_HOST));
    await user.click(apiSwitch());
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
});
