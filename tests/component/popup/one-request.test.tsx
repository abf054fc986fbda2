// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Popup } from '../../../components/popup/Popup.tsx';
import type { ApiRequest, TabSurvey } from '../../../lib/messaging/messages.ts';
import { apiSettings } from '../../../lib/storage/api-settings.ts';
import { deferred } from '../../support/deferred.ts';
import { text } from '../../support/locale.ts';
import { API_PASSWORD, background, fakeBackground } from '../fake-background.ts';
import { button, shown, surveyWith } from './open-popup.tsx';

let page = deferred<TabSurvey>();

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  fakeBackground();
  page = deferred();
  background.survey = page.promise;
  await apiSettings.update((settings) => ({ ...settings, on: true }));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
/** Longer than everything that the popup waits for by itself. */
const LONG = 5000;

/** The lengths and the longest lengths by the rule of all requests so far. */
const requests = () =>
  background.sent
    .filter(({ name }) => name === 'popup-to-background:make-by-api')
    .map(({ request }) => request as ApiRequest)
    .map(({ options, rule }) => [options.length, rule?.rule.maxLength]);

async function open(): Promise<void> {
  render(<Popup />);
  await pass(150);
}

/** Answers the survey of the page, with a rule if it has one. */
async function answer(sources?: Parameters<typeof surveyWith>[0]): Promise<void> {
  page.resolve(sources ? surveyWith(sources) : { host: 'example.com', fields: 0 });
  await pass(LONG);
}

const useFitting = () => screen.queryByRole('button', { name: text('site_use_fitting') });

describe('one opening of the popup', () => {
  it('sends one request after the page has answered, with its rule', async () => {
    await open();
    expect(requests()).toEqual([]);
    await answer({ maxLength: 12 });
    expect(requests()).toEqual([[12, 12]]);
  });

  it('sends one request where the page has no rule', async () => {
    await open();
    await answer();
    expect(requests()).toEqual([[16, undefined]]);
  });

  it('waits for a slow page for 300 ms at most, and sends no other request for its late rule', async () => {
    await open();
    await pass(300);
    expect(requests()).toEqual([[16, undefined]]);
    await answer({ minLength: 8 });
    expect(requests()).toEqual([[16, undefined]]);
    expect(shown()).toBe(API_PASSWORD.password);
    expect(useFitting()).toBeNull();
  });

  it('offers another request where the reply does not fit the late rule', async () => {
    await open();
    await pass(300);
    await answer({ maxLength: 12 });
    expect(requests()).toHaveLength(1);
    expect(shown()).toBe(API_PASSWORD.password);
    expect(document.querySelector('#note')?.textContent).toContain(
      text('site_frozen', 'example.com', text('rule_max_length', 12)),
    );
    fireEvent.click(useFitting() as HTMLElement);
    await pass(LONG);
    expect(requests()).toEqual([
      [16, undefined],
      [12, 12],
    ]);
  });

  it('offers it for a copied password, too', async () => {
    await open();
    await pass(300);
    fireEvent.click(button(text('popup_copy')));
    await answer({ maxLength: 12 });
    expect(requests()).toHaveLength(1);
    expect(shown()).toBe(API_PASSWORD.password);
    fireEvent.click(useFitting() as HTMLElement);
    await pass(LONG);
    expect(requests()).toHaveLength(2);
  });
});

describe('another request', () => {
  it.each([
    ['Regenerate', () => fireEvent.click(button(text('popup_again'))), [16, 16]],
    [
      'an option',
      () => fireEvent.click(screen.getByRole('checkbox', { name: text('option_symbols') })),
      [16, 16],
    ],
    ['ignoring the rules', () => fireEvent.click(button(text('site_ignore'))), [16, undefined]],
    [
      'another kind and back',
      () => {
        fireEvent.click(screen.getByRole('tab', { name: text('kind_pin') }));
        return pass(LONG).then(() =>
          fireEvent.click(screen.getByRole('tab', { name: text('kind_password') })),
        );
      },
      [16, 16],
    ],
  ])('is sent by %s', async (_, act, request) => {
    await open();
    await answer({ maxLength: 16 });
    await act();
    await pass(LONG);
    expect(requests()).toEqual([[16, 16], request]);
  });

  it('is sent by Try again after a failure', async () => {
    background.makeByApi = async () => ({ ok: false, host: '', problem: { code: 'timed_out' } });
    await open();
    await answer();
    fireEvent.click(button(text('popup_try_again')));
    await pass(LONG);
    expect(requests()).toHaveLength(2);
  });

  it('is one that is sent by Ask again after the first was cancelled', async () => {
    background.makeByApi = () => new Promise(() => {});
    await open();
    await answer();
    fireEvent.click(button(text('popup_cancel')));
    await pass(LONG);
    fireEvent.click(button(text('popup_ask_again')));
    await pass(LONG);
    expect(requests()).toHaveLength(2);
  });

  it('is not sent once the first was cancelled before it was sent', async () => {
    await open();
    background.makeByApi = () => new Promise(() => {});
    fireEvent.click(button(text('popup_again')));
    await pass(310);
    fireEvent.click(button(text('popup_cancel')));
    await answer({ maxLength: 16 });
    expect(requests().length).toBeLessThanOrEqual(1);
    expect(screen.getByText(text('api_cancelled'))).toBeTruthy();
  });
});
