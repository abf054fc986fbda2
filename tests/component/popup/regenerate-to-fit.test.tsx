// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recentPasswords } from '../../../lib/storage/recent-passwords.ts';
import { text } from '../../support/locale.ts';
import { background, fakeBackground } from '../fake-background.ts';
import { openPopup, shown, surveyWith } from './open-popup.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

describe('after a page has refused a password', () => {
  it('it stays in the popup, and a click fills one that fits', async () => {
    background.survey = { host: 'example.com', fields: 1 };
    const user = await openPopup();
    const refused = shown();
    background.survey = surveyWith({ learnt: ['Letters and numbers only', 'At most 12 characters'] });
    await user.click(await screen.findByRole('button', { name: text('popup_fill', 1) }));
    const another = await screen.findByRole('button', { name: text('site_try_another') });
    expect(shown()).toBe(refused);
    await user.click(another);
    await waitFor(() => expect(shown()).toMatch(/^[A-Za-z0-9]{12}$/));
    await waitFor(async () => expect((await recentPasswords.read())[0]?.password).toBe(shown()));
    await waitFor(() => expect(background.sent.filter(({ name }) => name.endsWith(':fill'))).toHaveLength(2));
    await waitFor(() => expect(screen.queryByRole('button', { name: text('site_try_another') })).toBeNull());
    expect(JSON.stringify(background.sent)).not.toContain(shown());
  });
});
