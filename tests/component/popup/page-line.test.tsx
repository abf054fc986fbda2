// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { text } from '../../support/locale.ts';
import { background, fakeBackground } from '../fake-background.ts';
import { openPopup, shown, surveyWith } from './open-popup.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

const HOST = 'example.com';

describe('the line about the page', () => {
  it('shows that the password was shortened to what the page accepts', async () => {
    background.survey = surveyWith({ maxLength: 10 });
    await openPopup();
    await screen.findByText(text('adjust_shortened', HOST, 10));
    expect(shown()).toHaveLength(10);
  });

  it('comes with a password within a pattern, although no message carries its DFA', async () => {
    background.survey = surveyWith({ pattern: '([a-z][0-9]){5}' });
    await openPopup();
    await waitFor(() => expect(shown()).toMatch(/^([a-z][0-9]){5}$/));
  });

  it.each([
    ['there is nothing to fill', { host: 'example.com', fields: 0 }, text('popup_nothing_to_fill')],
    ['no extension may look', { host: '', fields: 0, closed: 'no_access' }, text('popup_no_access')],
    ['a policy forbids it', { host: '', fields: 0, closed: 'policy_blocked' }, text('popup_policy_blocked')],
    ['the page is a file', { host: '', fields: 0, closed: 'local_file' }, text('popup_local_file')],
    ['the site has no known rules', { host: 'example.com', fields: 1 }, text('site_silent', HOST)],
    ['the page has no host', { host: '', fields: 1 }, ''],
  ] as const)('is one sentence where %s', async (_, reply, line) => {
    background.survey = reply;
    await openPopup();
    await waitFor(() => expect(document.querySelector('[data-looking]')).toBeNull());
    expect(document.querySelector('#page-line')?.textContent).toBe(line);
  });

  it('admits rules that were not understood', async () => {
    background.survey = surveyWith({ pattern: 'a)|(b' });
    await openPopup();
    await screen.findByText(text('site_unreadable', HOST));
    expect(shown()).toHaveLength(16);
  });

  it('warns of what the page may object to in a PIN, which stays a PIN', async () => {
    background.survey = surveyWith({ passwordRules: 'required: lower; allowed: ascii-printable' });
    const user = await openPopup();
    await user.click(screen.getByRole('tab', { name: text('kind_pin') }));
    await screen.findByText(text('site_unmet', HOST, text('rule_one_lowercase')));
    expect(shown()).toMatch(/^\d{6}$/);
  });
});
