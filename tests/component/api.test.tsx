// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ApiSection } from '../../components/options/api/ApiSection.tsx';
import { Popup } from '../../components/popup/Popup.tsx';
import type { ApiReply, ApiTestReply } from '../../lib/messaging/messages.ts';
import { readKey, saveKey } from '../../lib/storage/api-key.ts';
import { apiPassword } from '../../lib/storage/api-passwords.ts';
import { apiSettings } from '../../lib/storage/api-settings.ts';
import { recentPasswords } from '../../lib/storage/recent-passwords.ts';
import { grantedPermissions, person } from '../support/fake-browser.ts';

const KEY = 'tfn_test_0123456789abcdef';
const MADE = {
  id: 'x1',
  password: 'Server-made-pw-1',
  host: 'api.tinyfn.io',
  entropyAtMostBits: 104.6,
  strengthAtMost: 'very_strong',
  serverClaims: { entropyBits: 105.2 },
} as const;
const failed = (problem: object) => ({ ok: false, host: 'api.tinyfn.io', problem }) as ApiReply;

let reply: () => Promise<ApiReply>;
let testReply: ApiTestReply;
let sent: { name: string; request: unknown }[];

beforeEach(async () => {
  sent = [];
  reply = async () => {
    await apiPassword.write(MADE);
    return { ok: true, id: MADE.id };
  };
  testReply = { ok: true, host: 'api.tinyfn.io', durationMs: 120 };
  fakeBrowser.tabs.query = vi.fn(async () => [{ id: 7 }]) as never;
  fakeBrowser.runtime.sendMessage = vi.fn(async (message: { name: string; request: unknown }) => {
    sent.push(message);
    if (message.name.endsWith('make-by-api')) return reply();
    if (message.name.endsWith('test-api')) return testReply;
    return { host: 'example.com', fields: 0 };
  }) as never;
});
afterEach(cleanup);

describe('the popup with the API on', () => {
  beforeEach(async () => apiSettings.write({ ...(await apiSettings.read()), on: true }));
  const open = () => {
    const user = userEvent.setup();
    render(<Popup />);
    return user;
  };
  const source = () => document.querySelector('#source')?.textContent;
  const shown = () => document.querySelector('#password')?.textContent;

  it('shows a local password at once, then the server’s, and says which is which', async () => {
    let answer = () => {};
    const waiting = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const usual = reply;
    reply = () => waiting.then(usual);
    open();
    await screen.findByText('Made on this device');
    expect(shown()).toHaveLength(16);
    answer();
    await screen.findByText('Made by api.tinyfn.io');
    expect(shown()).toBe(MADE.password);
    expect(screen.getByText(/at most 104.6 bits/)).toBeTruthy();
    expect(screen.getByText('api.tinyfn.io says: 105.2 bits.')).toBeTruthy();
  });

  it('keeps, beside a copied password, who made it', async () => {
    const user = open();
    await screen.findByText('Made by api.tinyfn.io');
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    await screen.findByText(/made by api.tinyfn.io/);
    expect(await recentPasswords.read()).toMatchObject([
      { password: MADE.password, madeBy: 'api.tinyfn.io' },
    ]);
  });

  it('says what is wrong and makes nothing until the person chooses', async () => {
    reply = async () => failed({ code: 'server_fault', status: 503 });
    const user = open();
    await screen.findByText('api.tinyfn.io has a fault of its own. Try again later.');
    expect(shown()).toBeUndefined();
    expect(screen.getByRole('button', { name: 'Copy' })).toHaveProperty('disabled', true);
    await user.click(screen.getByRole('button', { name: 'Make it on this device' }));
    expect(source()).toBe('Made on this device');
    expect(shown()).toHaveLength(16);
  });

  it('says so when this device stands in, where that was chosen', async () => {
    await apiSettings.write({ ...(await apiSettings.read()), fallback: 'local' });
    reply = async () => failed({ code: 'timed_out' });
    open();
    await screen.findByText(/took too long to answer.*This one was made on this device\./);
    expect(source()).toBe('Made on this device');
  });

  it('never lets this device stand in for a refused key by itself', async () => {
    await apiSettings.write({ ...(await apiSettings.read()), fallback: 'local' });
    reply = async () => failed({ code: 'key_refused', status: 401 });
    open();
    await screen.findByText('api.tinyfn.io refused the key. Replace it in the settings.');
    expect(shown()).toBeUndefined();
  });

  it('counts down until a limited server may be asked again', async () => {
    reply = async () => failed({ code: 'rate_limited', status: 429, retryAtMs: Date.now() + 30_000 });
    open();
    expect(await screen.findByRole('button', { name: /Try again in (30|29) s/ })).toHaveProperty(
      'disabled',
      true,
    );
  });

  it('says that it asks only when that takes long, and Escape cancels', async () => {
    reply = () => new Promise(() => {});
    const user = open();
    await screen.findByText('Asking api.tinyfn.io … Esc cancels.');
    await user.keyboard('{Escape}');
    expect(sent.at(-1)?.name).toBe('popup-to-background:cancel-api');
  });

  it('disables what the service cannot honour, with the reason', async () => {
    await apiSettings.write({ ...(await apiSettings.read()), preset: 'api-ninjas' });
    open();
    await screen.findByText(/^Made/);
    const uppercase = screen.getByRole('checkbox', { name: 'Uppercase letters' });
    expect(uppercase).toHaveProperty('disabled', true);
    expect(uppercase.title).toBe('api.api-ninjas.com cannot change this.');
  });
});

describe('the API in the settings', () => {
  const open = async () => {
    const user = userEvent.setup();
    render(<ApiSection />);
    await screen.findByRole('heading', { name: 'Password API' });
    await screen.findByLabelText('Key');
    return user;
  };

  it('saves a key for the session and never shows it again', async () => {
    const user = await open();
    await user.type(screen.getByLabelText('Key'), KEY);
    await user.click(screen.getByRole('button', { name: 'Save the key' }));
    await screen.findByText(/A key is stored that ends in cdef/);
    expect(await readKey()).toBe(KEY);
    expect(document.body.innerHTML).not.toContain(KEY);
    expect([...document.querySelectorAll('input')].map(({ value }) => value)).not.toContain(KEY);
    expect(JSON.stringify(sent)).not.toContain(KEY);
  });

  it('asks for a passphrase long enough to mean something', async () => {
    const user = await open();
    await user.click(screen.getByRole('radio', { name: /Locked with a passphrase/ }));
    await user.type(screen.getByLabelText('Key'), KEY);
    await user.type(screen.getByLabelText('Passphrase'), 'short');
    await user.click(screen.getByRole('button', { name: 'Save the key' }));
    await screen.findByText('Choose a passphrase of at least 8 characters.');
    expect(await readKey()).toBeUndefined();
  });

  it('tests the service after asking for its origin', async () => {
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Test' }));
    await screen.findByText('It works: api.tinyfn.io answered in 120 ms with a password as asked.');
    expect([...grantedPermissions]).toEqual(['https://api.tinyfn.io/*']);
  });

  it('sends nothing when the person declines', async () => {
    person.allows = false;
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Test' }));
    await screen.findByText('Without that permission nothing is sent to api.tinyfn.io.');
    await user.click(screen.getByRole('switch', { name: 'Take passwords from the API' }));
    expect(await apiSettings.read()).toMatchObject({ on: false });
    expect(sent).toEqual([]);
  });

  it('gives the permission back when it is switched off, and when the server is changed', async () => {
    const user = await open();
    const on = screen.getByRole('switch', { name: 'Take passwords from the API' });
    await user.click(on);
    await waitFor(async () => expect(await apiSettings.read()).toMatchObject({ on: true }));
    await user.click(on);
    await waitFor(() => expect([...grantedPermissions]).toEqual([]));
    await user.click(on);
    await waitFor(() => expect([...grantedPermissions]).toEqual(['https://api.tinyfn.io/*']));
    await user.selectOptions(screen.getByLabelText('Service'), 'requiems');
    await waitFor(async () =>
      expect(await apiSettings.read()).toMatchObject({ on: false, preset: 'requiems' }),
    );
    expect([...grantedPermissions]).toEqual([]);
  });

  it.each([
    ['passwords.example', 'Begin the address with https://.'],
    ['http://passwords.example', /http:\/\/ is for this machine alone/],
    ['https://me:secret@passwords.example', 'The address must hold no user name and password.'],
    ['https://passwords.example/?x=1', 'The address must end before the question mark.'],
  ])('says what is wrong with %s', async (address, sentence) => {
    const user = await open();
    await user.type(screen.getByLabelText('Base URL'), address);
    await screen.findByText(sentence);
    expect(screen.getByRole('button', { name: 'Test' })).toHaveProperty('disabled', true);
  });

  it('keeps the old key when the new one does not pass', async () => {
    await saveKey({ key: KEY, keeping: 'session' });
    testReply = { ok: false, host: 'api.tinyfn.io', problem: { code: 'key_refused', status: 401 } };
    const user = await open();
    await user.type(screen.getByLabelText('Key'), 'a-new-key-entirely');
    await user.click(screen.getByRole('button', { name: 'Test and replace' }));
    await screen.findByText(
      /The new key did not pass, so the old one is kept\. api\.tinyfn\.io refused the key/,
    );
    expect(await readKey()).toBe(KEY);
  });

  it('forgets the key', async () => {
    await saveKey({ key: KEY, keeping: 'plain' });
    const user = await open();
    await user.click(await screen.findByRole('button', { name: 'Forget the key' }));
    await screen.findByRole('button', { name: 'Save the key' });
    expect(await readKey()).toBeUndefined();
  });

  it('reminds of an old key', async () => {
    await saveKey({ key: KEY, keeping: 'session' }, Date.now() - 100 * 86_400_000);
    await open();
    await screen.findByText(/It is 100 days old/);
  });

  it('unlocks a locked key, and tells a wrong passphrase', async () => {
    await saveKey({ key: KEY, keeping: 'passphrase', passphrase: 'correct horse' });
    await fakeBrowser.storage.session.clear();
    const user = await open();
    await user.type(await screen.findByLabelText('Passphrase'), 'wrong horse');
    await user.click(screen.getByRole('button', { name: 'Unlock' }));
    await screen.findByText('That is not the passphrase.', {}, { timeout: 20_000 });
    expect(screen.getByLabelText('Passphrase')).toHaveProperty('value', '');
    await user.clear(screen.getByLabelText('Passphrase')); // the simulated person missed that the form was emptied
    await user.type(screen.getByLabelText('Passphrase'), 'correct horse');
    await user.click(screen.getByRole('button', { name: 'Unlock' }));
    // Deriving the key takes its time, by design.
    await waitFor(async () => expect(await readKey()).toBe(KEY), { timeout: 20_000 });
  });
});
