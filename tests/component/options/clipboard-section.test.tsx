// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { clipboardSettings } from '../../../lib/storage/clipboard-settings.ts';
import { grantedPermissions } from '../../support/fake-browser.ts';
import { text } from '../../support/locale.ts';
import { openOptions } from './open-options.tsx';

afterEach(cleanup);

describe('clearing the clipboard', () => {
  it('requests the permission when it is switched on, and removes it again', async () => {
    const user = await openOptions();
    const clear = screen.getByRole('switch', { name: text('options_clear') });
    await user.click(clear);
    await waitFor(() => expect(clear).toHaveProperty('checked', true));
    expect([...grantedPermissions]).toEqual(['clipboardRead', 'clipboardWrite']);
    await user.click(clear);
    await waitFor(() => expect(clear).toHaveProperty('checked', false));
    expect([...grantedPermissions]).toEqual([]);
  });

  it('takes seconds in range and rejects others', async () => {
    const user = await openOptions();
    const seconds = screen.getByRole('spinbutton', { name: text('options_clear_seconds') });
    await user.clear(seconds);
    await user.type(seconds, '5');
    expect(await clipboardSettings.read()).toMatchObject({ seconds: 60 });
    await user.type(seconds, '00');
    await waitFor(async () => expect(await clipboardSettings.read()).toMatchObject({ seconds: 500 }));
  });
});
