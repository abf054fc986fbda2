// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ApiReply } from '../../../lib/messaging/messages.ts';
import { apiSettings } from '../../../lib/storage/api-settings.ts';
import { text, textPattern } from '../../support/locale.ts';
import { API_HOST, background, fakeBackground } from '../fake-background.ts';
import { button, openPopup, shown } from './open-popup.tsx';

beforeEach(async () => {
  fakeBackground();
  await apiSettings.update((settings) => ({ ...settings, on: true }));
});
afterEach(cleanup);

const fail = (problem: object) => {
  background.makeByApi = async () => ({ ok: false, host: API_HOST, problem }) as ApiReply;
};
const source = () => document.querySelector('#source')?.textContent;

describe('a failure of the API', () => {
  it('is shown with its cause, and nothing is made until the person chooses', async () => {
    fail({ code: 'server_fault', status: 503 });
    const user = await openPopup();
    await screen.findByText(text('api_server_fault', API_HOST, '503'));
    expect(shown()).toBe('');
    expect(button(text('popup_copy'))).toHaveProperty('disabled', true);
    await user.click(button(text('popup_make_local')));
    expect(source()).toBe(text('popup_source_local'));
    expect(shown()).toHaveLength(16);
  });

  it('is shown beside a password of this device, where that was chosen', async () => {
    await apiSettings.update((settings) => ({ ...settings, fallback: 'local' }));
    fail({ code: 'timed_out' });
    await openPopup();
    await screen.findByText(text('popup_made_instead', text('api_timed_out', API_HOST)));
    expect(source()).toBe(text('popup_source_local'));
  });

  it.each([
    [{ code: 'key_refused', status: 401 }, text('api_key_refused', API_HOST)],
    [{ code: 'not_permitted', status: 403 }, text('api_not_permitted', API_HOST)],
    [{ code: 'key_locked' }, text('api_key_locked', API_HOST)],
  ])('of the key lets this device stand in where that was chosen, and says why: %o', async (problem, why) => {
    await apiSettings.update((settings) => ({ ...settings, fallback: 'local' }));
    fail(problem);
    await openPopup();
    await screen.findByText(text('popup_made_instead', why));
    expect(shown()).toHaveLength(16);
  });

  it('of the setup never lets this device stand in by itself', async () => {
    await apiSettings.update((settings) => ({ ...settings, fallback: 'local' }));
    fail({ code: 'wrong_url', status: 404 });
    await openPopup();
    await screen.findByText(text('api_wrong_url', API_HOST, '404'));
    expect(shown()).toBe('');
  });

  it('shows what the server said only on demand, and as text', async () => {
    const detail = '<b>Call</b> 0800 123 <img src=x onerror=alert(1)>';
    fail({ code: 'server_fault', status: 503, detail });
    const user = await openPopup();
    await screen.findByText(text('api_server_fault', API_HOST, '503'));
    const disclosure = document.querySelector('#api-failure .server-detail');
    expect(disclosure).toHaveProperty('open', false);
    expect(document.querySelector('#api-failure .problem')?.textContent).not.toContain('0800');
    await user.click(screen.getByText(text('api_show_detail')));
    expect(disclosure).toHaveProperty('open', true);
    expect(disclosure?.querySelector('p')?.textContent).toBe(text('api_server_says', detail));
    expect(disclosure?.querySelector('b, img')).toBeNull();
  });

  it('has nothing to show where the server said nothing', async () => {
    fail({ code: 'timed_out' });
    await openPopup();
    await screen.findByText(text('api_timed_out', API_HOST));
    expect(document.querySelector('.server-detail')).toBeNull();
  });

  it('shows it on demand beside a password of this device, too', async () => {
    await apiSettings.update((settings) => ({ ...settings, fallback: 'local' }));
    fail({ code: 'server_fault', status: 503, detail: 'maintenance' });
    await openPopup();
    await screen.findByText(text('api_show_detail'));
    expect(document.querySelector('#instead-of .server-detail')).toHaveProperty('open', false);
    expect(document.querySelector('#instead-of')?.firstChild?.textContent).toBe(
      text('popup_made_instead', text('api_server_fault', API_HOST, '503')),
    );
  });

  it('counts down until a limited server accepts requests again', async () => {
    fail({ code: 'rate_limited', status: 429, retryAtMs: Date.now() + 30_000 });
    await openPopup();
    const again = await screen.findByRole('button', { name: textPattern('popup_try_again_in', /30|29/) });
    expect(again).toHaveProperty('disabled', true);
  });
});
