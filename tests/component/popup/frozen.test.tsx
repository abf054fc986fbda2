// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../lib/generator/index.ts';
import type { ApiReply, TabSurvey } from '../../../lib/messaging/messages.ts';
import { apiPassword } from '../../../lib/storage/api-passwords.ts';
import { apiSettings } from '../../../lib/storage/api-settings.ts';
import { chosenKind, kindOptions } from '../../../lib/storage/kind-options.ts';
import { recentPasswords } from '../../../lib/storage/recent-passwords.ts';
import { deferred } from '../../support/deferred.ts';
import { text } from '../../support/locale.ts';
import { API_HOST, API_PASSWORD, background, fakeBackground } from '../fake-background.ts';
import { button, openPopup, select, shown, surveyWith } from './open-popup.tsx';

let page = deferred<TabSurvey>();

beforeEach(() => {
  fakeBackground();
  page = deferred();
  background.survey = page.promise;
});
afterEach(cleanup);

/** Opens the popup and copies before the page has been surveyed. */
async function copyAtOnce() {
  const user = await openPopup();
  const copied = shown();
  await user.click(button(text('popup_copy')));
  await screen.findByText(text('popup_copied'));
  return { user, copied };
}

const useFitting = () => screen.findByRole('button', { name: text('site_use_fitting') });
const noOffer = () => expect(screen.queryByRole('button', { name: text('site_use_fitting') })).toBeNull();
/** Until everything that is under way has been shown. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('a copied password', () => {
  it.each([
    ['a length', { maxLength: 12 }, text('rule_max_length', 12), /^.{12}$/],
    ['a pattern', { pattern: '[a-z]{3}-[0-9]{9}' }, text('rule_max_length', 13), /^[a-z]{3}-\d{9}$/],
    ['rules', { passwordRules: 'allowed: lower, digit;' }, undefined, /^[a-z0-9]{16}$/],
    ['a sentence', { texts: ['Mindestens 20 Zeichen'] }, text('rule_min_length', 20), /^.{20}$/],
  ])('stays when %s of the site comes late, and one that fits is offered', async (_, site, bound, fits) => {
    const { user, copied } = await copyAtOnce();
    page.resolve(surveyWith(site));
    const offer = await useFitting();
    expect(shown()).toBe(copied);
    expect(await navigator.clipboard.readText()).toBe(copied);
    const line = document.querySelector('#note')?.textContent;
    expect(line).toContain(text('popup_copied'));
    if (bound) expect(line).toContain(text('site_frozen', 'example.com', bound));
    await user.click(offer);
    await waitFor(() => expect(shown()).toMatch(fits));
    expect(document.querySelector('#note')?.textContent).toBe('');
    noOffer();
  });

  it('stays, without an offer, when it meets the rule that comes late', async () => {
    const { copied } = await copyAtOnce();
    page.resolve(surveyWith({ minLength: 8, maxLength: 64 }));
    await waitFor(() => expect(document.querySelector('[data-looking]')).toBeNull());
    await settled();
    expect(shown()).toBe(copied);
    noOffer();
  });

  it('stays when a late rule leaves no password at all', async () => {
    await kindOptions.password.update(() => ({ ...DEFAULT_OPTIONS, exclude: '#' }));
    const { copied } = await copyAtOnce();
    page.resolve(surveyWith({ passwordRules: 'required: [#]; allowed: ascii-printable' }));
    const cause = text('site_frozen', 'example.com', text('rule_one_of', '#'));
    await waitFor(() => expect(document.querySelector('#note')?.textContent).toContain(cause));
    expect(shown()).toBe(copied);
    noOffer();
  });

  it('stays when another window changes the options or the kind', async () => {
    const { user, copied } = await copyAtOnce();
    await kindOptions.password.update(() => ({ ...DEFAULT_OPTIONS, length: 30 }));
    await useFitting();
    expect(shown()).toBe(copied);
    await chosenKind.update(() => 'passphrase');
    await waitFor(() => expect(document.querySelector('#tab-passphrase[aria-selected=true]')).not.toBeNull());
    await user.click(await useFitting());
    await waitFor(() => expect(shown()).toMatch(/^[a-z]+(-[a-z-]+){5}$/));
  });

  it.each([
    ['Regenerate', () => fireEvent.click(button(text('popup_again')))],
    ['an option', () => fireEvent.click(screen.getByRole('checkbox', { name: text('option_symbols') }))],
    ['a kind', () => fireEvent.click(screen.getByRole('tab', { name: text('kind_pin') }))],
  ])('is replaced by %s, with what was said about it', async (_, replace) => {
    const { copied } = await copyAtOnce();
    replace();
    await waitFor(() => expect(shown()).not.toBe(copied));
    expect(document.querySelector('#note')?.textContent).toBe('');
    page.resolve(surveyWith({ maxLength: 5 }));
    await waitFor(() => expect(shown()).toHaveLength(5));
  });

  it('is not said to be copied under one that has replaced it meanwhile', async () => {
    const user = await openPopup();
    fireEvent.click(button(text('popup_copy')));
    fireEvent.click(button(text('popup_again')));
    await waitFor(async () => expect(await recentPasswords.read()).toHaveLength(1));
    await settled();
    expect(document.querySelector('#note')?.textContent).toBe('');
    await user.keyboard('{Enter}');
    await screen.findByText(text('popup_copied'));
  });
});

describe('a password that the person only looks at', () => {
  it('is replaced when a rule comes late', async () => {
    await openPopup();
    page.resolve(surveyWith({ maxLength: 9 }));
    await waitFor(() => expect(shown()).toHaveLength(9));
    noOffer();
  });

  it('is replaced when only a part of it was selected', async () => {
    await openPopup();
    select('#password', 0, 1);
    page.resolve(surveyWith({ maxLength: 9 }));
    await waitFor(() => expect(shown()).toHaveLength(9));
  });
});

describe('a selected password', () => {
  it.each(['#password', 'body'])('stays when %s was selected and a rule comes late', async (what) => {
    const user = await openPopup();
    const selected = shown();
    select(what);
    page.resolve(surveyWith({ maxLength: 9 }));
    const offer = await useFitting();
    expect(shown()).toBe(selected);
    await user.click(offer);
    await waitFor(() => expect(shown()).toHaveLength(9));
  });

  it('of another kind stays, and is warned of where none of its kind would fit', async () => {
    await chosenKind.update(() => 'passphrase');
    await openPopup();
    await waitFor(() => expect(shown()).toMatch(/-/));
    const selected = shown();
    select('#password');
    page.resolve(surveyWith({ passwordRules: 'required: upper; allowed: ascii-printable' }));
    await screen.findByText(text('site_unmet', 'example.com', text('rule_one_uppercase')));
    expect(shown()).toBe(selected);
    noOffer();
  });
});

describe('with a password API', () => {
  let reply = deferred<ApiReply>();
  const replyWith = async () => {
    await apiPassword.update(() => API_PASSWORD);
    reply.resolve({ ok: true, id: API_PASSWORD.id });
  };

  beforeEach(async () => {
    reply = deferred();
    background.makeByApi = () => reply.promise;
    await apiSettings.update((settings) => ({ ...settings, on: true, fallback: 'local' }));
  });

  it('a copied password stays when the reply comes, which is offered', async () => {
    const { user, copied } = await copyAtOnce();
    await replyWith();
    const offer = await useFitting();
    expect(shown()).toBe(copied);
    expect(document.querySelector('#source')?.textContent).toBe(text('popup_source_local'));
    await user.click(offer);
    expect(shown()).toBe(API_PASSWORD.password);
    expect(document.querySelector('#source')?.textContent).toBe(text('popup_source_api', API_HOST));
  });

  it('a filled password stays when the reply comes', async () => {
    page.resolve({ host: 'example.com', fields: 2 });
    const user = await openPopup();
    const filled = shown();
    await user.click(await screen.findByRole('button', { name: text('popup_fill', 2) }));
    await screen.findByText(text('fill_filled', 2));
    await replyWith();
    await useFitting();
    expect(shown()).toBe(filled);
  });

  it('a copied password stays when the API fails, and the failure is told', async () => {
    const { copied } = await copyAtOnce();
    reply.resolve({ ok: false, host: API_HOST, problem: { code: 'timed_out' } } as ApiReply);
    await screen.findByText(text('popup_made_instead', text('api_timed_out', API_HOST)));
    expect(shown()).toBe(copied);
    expect(document.querySelector('#api-failure')).toBeNull();
  });
});
