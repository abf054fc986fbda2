// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fillTab } from '../../../lib/background/fill-tab.ts';
import { surveyTab, undoTab } from '../../../lib/background/survey-tab.ts';
import { DEFAULT_OPTIONS } from '../../../lib/generator/index.ts';
import { describeOutcome } from '../../../lib/i18n/describe-outcome.ts';
import { message } from '../../../lib/i18n/message.ts';
import { chosenKind, fillKind, kindOptions } from '../../../lib/storage/kind-options.ts';
import { lastOutcome } from '../../../lib/storage/last-outcome.ts';
import { recentPasswords, rememberPassword } from '../../../lib/storage/recent-passwords.ts';
import { openFakeTab, openForbiddenTab } from '../../support/fake-tab.ts';
import { text, textPattern } from '../../support/locale.ts';

const TAB = { tabId: 1, incognito: false, hint: 'nothing' } as const;
/** The tab with the frame that the popup has shown. */
const SHOWN = { ...TAB, frameId: 0, origin: location.origin };
const FRAME = { frameId: 0, origin: location.origin };
const signup = (attributes = '') =>
  `<form>
    <input type="password" autocomplete="new-password" ${attributes}>
    <input type="password" autocomplete="new-password">
  </form>`;
const values = () => [...document.querySelectorAll('input')].map(({ value }) => value);
const badge: { text?: string; title?: string } = {};

/**
 * Holds every fill back until the returned function is called. `checkFrame` replaces the check for the frame
 * meanwhile.
 */
function holdFills(checkFrame?: () => Promise<unknown>): () => void {
  const { executeScript } = fakeBrowser.scripting;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  fakeBrowser.scripting.executeScript = (async (injection: Injection) => {
    const { args, files } = injection;
    if (args?.[0] === 'fill') await held;
    return checkFrame && !args && !files ? checkFrame() : executeScript(injection as never);
  }) as never;
  return release;
}

type Injection = { readonly args?: readonly unknown[]; readonly files?: readonly string[] };

afterEach(() => {
  vi.unstubAllEnvs();
});

beforeEach(() => {
  delete badge.text;
  fakeBrowser.action.setBadgeText = (async ({ text }: { text: string }) => {
    badge.text = text;
  }) as never;
  fakeBrowser.action.setTitle = (async ({ title }: { title: string }) => {
    badge.title = title;
  }) as never;
  fakeBrowser.action.setBadgeBackgroundColor = (async () => undefined) as never;
});

describe('filling a tab', () => {
  it('makes a password by the stored options, fills it, stores it and shows the outcome', async () => {
    openFakeTab(signup());
    await kindOptions.password.update(() => ({ ...DEFAULT_OPTIONS, length: 24 }));
    expect(await fillTab(TAB)).toMatchObject({ code: 'filled', fields: 2 });
    const [first, second] = values();
    expect(first).toHaveLength(24);
    expect(second).toBe(first);
    expect(await recentPasswords.read()).toMatchObject([
      { password: first, host: location.host, outcome: { code: 'filled', fields: 2 } },
    ]);
    expect(badge).toMatchObject({ text: '✓', title: expect.stringContaining(message('fill_filled', '2')) });
  });

  it.each([
    ['surveys no other frame if the page has a field', {}, [[0]]],
    ['surveys all frames if one of them has the focus', { focusBelow: true }, [[0], undefined]],
    [
      'surveys all frames if the page has no field, but a frame',
      { fields: 0, framed: true },
      [[0], undefined],
    ],
    ['surveys no other frame if the page shows none', { fields: 0, focused: false }, [[0]]],
  ])('%s', async (_, found, surveys) => {
    const { origin } = location;
    const page = {
      frameId: 0,
      result: { origin, fields: 2, focused: true, focusBelow: false, framed: false, ...found },
    };
    const surveyed: unknown[] = [];
    fakeBrowser.scripting.executeScript = vi.fn(async ({ files, target }) => {
      if (files) surveyed.push(target.frameIds);
      return files ? [page] : [{ frameId: 0, result: { outcome: 'filled', fields: 2 } }];
    }) as never;
    await fillTab(TAB);
    expect(surveyed).toEqual(surveys);
  });

  it('stores the password before the page sees it', async () => {
    openFakeTab(signup());
    let kept = 0;
    document.querySelector('input')?.addEventListener('focus', async () => {
      kept = (await recentPasswords.read()).length;
    });
    await fillTab(TAB);
    expect(kept).toBe(1);
  });

  it('never fills a current password beside a new one, not even if it was right-clicked', async () => {
    for (const hint of ['nothing', 'focused'] as const) {
      openFakeTab(`<form><input type="password" name="current"><input type="password" name="new"></form>`);
      document.querySelector('input')?.focus();
      expect(await fillTab({ ...TAB, hint })).toMatchObject({ code: 'filled' });
      expect(values().map(Boolean)).toEqual([false, true]);
    }
  });

  it('fills a lone current-password field only if it was right-clicked', async () => {
    const html =
      '<form><input type="password" autocomplete="current-password"><button>Log in</button></form>';
    openFakeTab(html);
    expect(await fillTab(TAB)).toEqual({ code: 'no_field' });
    document.querySelector('input')?.focus();
    expect(await fillTab({ ...TAB, hint: 'focused' })).toMatchObject({ code: 'filled' });
  });

  it('makes a password no longer than the fields accept, and reports it', async () => {
    openFakeTab(signup('maxlength="12"'));
    expect(await fillTab(TAB)).toMatchObject({
      code: 'filled',
      fields: 2,
      site: { host: location.host, adjustments: [{ code: 'shortened', to: 12, by: 'length' }] },
    });
    expect(badge.title).toContain(message('adjust_shortened', location.host, '12'));
    expect(values()[0]).toHaveLength(12);
  });

  it('fills the password that the popup has stored, by its id', async () => {
    openFakeTab(signup());
    const { id, password } = await rememberPassword({
      action: 'filled',
      incognito: false,
      password: 'From-the-popup-1',
      host: location.host,
    });
    expect(await fillTab(SHOWN, id)).toMatchObject({ code: 'filled' });
    expect(values()).toEqual([password, password]);
  });

  it('does not fill the popup’s password on a site other than the popup showed', async () => {
    openFakeTab(signup());
    const { id } = await rememberPassword({
      action: 'filled',
      incognito: false,
      password: 'From-the-popup-1',
      host: 'x',
    });
    expect(await fillTab(SHOWN, id)).toEqual({ code: 'moved' });
    expect(values()).toEqual(['', '']);
  });

  it('does not fill the popup’s password if it is too long', async () => {
    openFakeTab(signup('maxlength="8"'));
    const { id } = await rememberPassword({
      action: 'filled',
      incognito: false,
      password: 'From-the-popup-1',
      host: location.host,
    });
    expect(await fillTab(SHOWN, id)).toEqual({ code: 'too_long', maxLength: 8 });
    expect(values()).toEqual(['', '']);
  });

  it('keeps the password and shows the problem if the page changed it', async () => {
    openFakeTab(signup());
    document.querySelector('input')?.addEventListener('change', (event) => {
      (event.target as HTMLInputElement).value = '';
    });
    const outcome = { code: 'changed', problems: [{ kind: 'cleared' }] };
    expect(await fillTab(TAB)).toEqual(outcome);
    expect(await recentPasswords.read()).toMatchObject([{ outcome }]);
    expect(badge).toMatchObject({ text: '!', title: expect.stringContaining(message('fill_cleared')) });
  });

  it('waits for a busy page for most of a minute', async () => {
    openFakeTab(signup());
    const release = holdFills();
    vi.useFakeTimers();
    const filling = fillTab(TAB);
    await vi.advanceTimersByTimeAsync(55_000);
    vi.useRealTimers();
    release();
    expect(await filling).toMatchObject({ code: 'filled', fields: 2 });
  });

  it.each<[string, () => Promise<unknown>, number]>([
    ['shows another document', async () => [{ frameId: 0, result: false }], 2000],
    [
      'is gone',
      async () => {
        throw new Error('Invalid frame IDs');
      },
      2000,
    ],
    ['is busy without end', () => new Promise(() => {}), 62_000],
  ])('shows that the page moved if the frame never replies and %s', async (_, checkFrame, ms) => {
    openFakeTab(signup());
    holdFills(checkFrame);
    vi.useFakeTimers();
    const filling = fillTab(TAB);
    await vi.advanceTimersByTimeAsync(ms);
    vi.useRealTimers();
    expect(await filling).toEqual({ code: 'moved' });
    expect(badge.text).toBe('!');
  });

  it('names the site of a right-clicked frame that it cannot access', async () => {
    openForbiddenTab();
    const target = {
      ...TAB,
      frameId: 3,
      frameUrl: 'https://accounts.example/join',
      hint: 'focused',
    } as const;
    expect(await fillTab(target)).toEqual({ code: 'foreign_frame', host: 'accounts.example' });
    expect(await fillTab({ ...target, frameId: 0 })).toEqual({ code: 'no_access' });
    expect(await fillTab({ ...target, frameUrl: 'chrome://settings/' })).toEqual({ code: 'no_access' });
  });

  it.each([
    ['no_field', () => openFakeTab('<p>An article</p>')],
    ['no_access', openForbiddenTab],
  ])('reports %s, makes no password and throws nothing', async (code, open) => {
    open();
    expect(await fillTab(TAB)).toEqual({ code });
    expect(badge.text).toBe('!');
    expect(await recentPasswords.read()).toEqual([]);
  });

  it('fills no other form than the one with the focus, and says so', async () => {
    const login =
      '<form><h1>Sign in</h1><input id="user"><input type="password"><button>Sign in</button></form>';
    openFakeTab(login + signup());
    document.getElementById('user')?.focus();
    expect(await fillTab(TAB)).toEqual({ code: 'unlikely_form' });
    expect(badge.title).toContain(message('fill_unlikely_form'));
    expect(values()).toEqual(['', '', '', '']);
    expect(await recentPasswords.read()).toEqual([]);
  });

  it('fills no other frame than one whose form has the focus', async () => {
    const frame = (frameId: number, result: object) => ({
      frameId,
      result: { origin: location.origin, ...result },
    });
    const replies = [
      frame(0, { fields: 0, focusBelow: true, framed: true }),
      frame(1, { fields: 2, focused: false }),
      frame(2, { fields: 0, focused: true, refusal: 'unlikely_form' }),
    ];
    fakeBrowser.scripting.executeScript = vi.fn(async () => replies) as never;
    expect(await fillTab(TAB)).toEqual({ code: 'unlikely_form' });
  });

  it('says that nothing tells many password fields apart', async () => {
    openFakeTab(`<form>${'<input type="password">'.repeat(6)}<button>Submit</button></form>`);
    expect(await fillTab(TAB)).toEqual({ code: 'unclear_fields' });
    expect(badge.title).toContain(message('fill_unclear_fields'));
  });

  it('reports the option that no password can meet', async () => {
    openFakeTab(signup());
    await kindOptions.password.update(() => ({ ...DEFAULT_OPTIONS, exclude: '0123456789' }));
    expect(await fillTab(TAB)).toMatchObject({ code: 'impossible', error: { code: 'class_emptied' } });
    expect(badge.title).toContain(message('error_emptied_numbers'));
  });
});

describe('a weak password', () => {
  const ruled = (rules: string) =>
    `<form><input type="password" name="neu" autocomplete="new-password" passwordrules="${rules}"></form>`;

  it.each([
    ['a set of two characters', () => openFakeTab(ruled('allowed: [01];')), 'very_weak', '16.0'],
    ['a length of five', () => openFakeTab(ruled('maxlength: 5; allowed: lower;')), 'very_weak', '23.5'],
    ['a pattern', () => openFakeTab(signup('pattern="[0-9]{9}"')), 'very_weak', '29.9'],
    [
      'the person’s own options',
      async () => {
        openFakeTab(signup());
        await kindOptions.password.update(() => ({ ...DEFAULT_OPTIONS, length: 6 }));
      },
      'weak',
      /\d\d\.\d/,
    ],
  ] as const)('is filled and told by its strength, caused by %s', async (_, open, strength, bits) => {
    await open();
    expect(await fillTab(TAB)).toMatchObject({ code: 'filled', weak: true });
    expect(values()[0]).not.toBe('');
    expect(badge.text).toBe('!');
    const sentence = textPattern(
      'site_weak',
      text(`strength_${strength}`),
      textPattern('strength_bits', bits),
    );
    expect(badge.title).toMatch(sentence);
    expect(await recentPasswords.read()).toMatchObject([{ outcome: { code: 'filled' } }]);
  });

  it('has 40 bits or more no longer', async () => {
    openFakeTab(signup('pattern="[0-9]{13}"'));
    expect(await fillTab(TAB)).not.toHaveProperty('weak');
    expect(badge.text).toBe('✓');
  });

  it('is no news where the person has chosen PINs and the page accepts one', async () => {
    await fillKind.update(() => 'pin');
    openFakeTab(signup('inputmode="numeric" pattern="[0-9]{4,8}"'));
    expect(await fillTab(TAB)).toMatchObject({ code: 'filled' });
    expect(values()[0]).toMatch(/^\d{6}$/);
    expect(badge.text).toBe('✓');
  });
});

describe('a PIN', () => {
  it.each([
    ['asks for letters', 'passwordrules="required: lower; allowed: digit;"', { code: 'required' }],
    ['asks for ten characters', 'minlength="10"', { code: 'min_length', value: 10 }],
    ['asks for a pattern', 'pattern="(?=.*[A-Z]).{5,}"', {}],
  ])('is not filled where the page %s, and the badge says why', async (_, attributes, bound) => {
    await fillKind.update(() => 'pin');
    openFakeTab(signup(attributes));
    const outcome = await fillTab(TAB);
    expect(outcome).toMatchObject({ code: 'pin_refused', bound });
    expect(values()).toEqual(['', '']);
    expect(badge).toEqual({ text: '!', title: message('badge_title', describeOutcome(outcome)) });
    expect(await recentPasswords.read()).toEqual([]);
  });

  it('is not filled because the popup showed PINs last', async () => {
    await chosenKind.update(() => 'pin');
    openFakeTab(signup());
    await fillTab(TAB);
    expect(values()[0]).toMatch(/^(?=.*[a-z])(?=.*[A-Z]).{16}$/);
  });
});

describe('the last outcome', () => {
  beforeEach(() => {
    fakeBrowser.windows.getAll = vi.fn(async () => [{ id: 1, incognito: true }]) as never;
  });

  it.each([
    ['a fill that worked', () => openFakeTab(signup()), 'filled', location.host],
    ['a page without a field', () => openFakeTab('<h1>Nachrichten</h1>'), 'no_field', location.host],
    ['a page that no extension may access', openForbiddenTab, 'no_access', ''],
    [
      'options that no password can meet',
      async () => {
        openFakeTab(signup());
        await kindOptions.password.update(() => ({ ...DEFAULT_OPTIONS, exclude: '0123456789' }));
      },
      'impossible',
      location.host,
    ],
  ])('of the menu and the key is kept for the popup: %s', async (_, open, code, host) => {
    await open();
    const before = Date.now();
    await fillTab({ ...TAB, incognito: true, pageUrl: 'chrome://settings/passwords' });
    const last = await lastOutcome.read();
    expect(last).toMatchObject({ outcome: { code }, host, incognito: true });
    expect(last?.at).toBeGreaterThanOrEqual(before);
  });

  it('names the site that no extension may access, where the browser has given its address', async () => {
    openForbiddenTab();
    await fillTab({ ...TAB, pageUrl: 'https://laden.example/erweiterungen' });
    expect(await lastOutcome.read()).toMatchObject({ outcome: { code: 'no_access' }, host: 'laden.example' });
  });

  it('of a private window that has closed meanwhile is not kept, and neither is its password', async () => {
    openFakeTab(signup());
    fakeBrowser.windows.getAll = vi.fn(async () => [{ id: 1, incognito: false }]) as never;
    expect(await fillTab({ ...TAB, incognito: true })).toMatchObject({ code: 'filled' });
    expect(await lastOutcome.read()).toBeNull();
    expect(await recentPasswords.read()).toEqual([]);
  });

  it('is out of date after a fill from the popup, but not that of other windows', async () => {
    openFakeTab('<p>Niente da compilare</p>');
    await fillTab(TAB);
    await fillTab({ ...TAB, incognito: true }, 'from-the-popup');
    expect(await lastOutcome.read()).toMatchObject({ incognito: false });
    await fillTab(TAB, 'from-the-popup');
    expect(await lastOutcome.read()).toBeNull();
  });
});

describe('a frame of another site', () => {
  const frame = (style: string, src = 'https://accounts.example/signup') =>
    `<iframe src="${src}" style="${style}"></iframe>`;

  it('is reported if no other frame has a field, and no password is made', async () => {
    openFakeTab(frame('width: 400px; height: 300px'));
    expect(await fillTab(TAB)).toEqual({ code: 'foreign_frame', host: 'accounts.example' });
    expect(badge.title).toContain(message('fill_foreign_frame', 'accounts.example'));
    expect(await surveyTab(1)).toEqual({ host: '', fields: 0, foreign: ['https://accounts.example'] });
    expect(await recentPasswords.read()).toEqual([]);
  });

  it('is not reported if there is a field', async () => {
    openFakeTab(signup() + frame('width: 400px; height: 300px'));
    expect(await surveyTab(1)).toEqual({ host: location.host, fields: 2, frame: FRAME });
  });

  it.each([
    ['too small', frame('width: 100px; height: 300px')],
    ['hidden', frame('display: none')],
    ['of this site', frame('width: 400px; height: 300px', '/signup')],
    ['served over http', frame('width: 400px; height: 300px', 'http://accounts.example/')],
    ['made by the page', frame('width: 400px; height: 300px', 'about:blank')],
  ])('is not offered when it is %s', async (_, html) => {
    openFakeTab(html);
    expect(await fillTab(TAB)).toEqual({ code: 'no_field' });
  });

  it('comes first if its address mentions accounts, and of many only three are reported', async () => {
    const many = ['ads', 'video', 'login', 'chat'].map((name, at) =>
      frame(`width: ${900 - at}px; height: 300px`, `https://${name}.example/`),
    );
    openFakeTab(many.join(''));
    expect((await surveyTab(1)).foreign).toEqual([
      'https://login.example',
      'https://ads.example',
      'https://video.example',
    ]);
  });
});

describe('undoing', () => {
  it('restores the fields, records it and clears the badge', async () => {
    openFakeTab(signup('value="mine"'));
    await fillTab(TAB);
    expect(await surveyTab(1)).toMatchObject({ undo: 2 });
    expect(await undoTab(1)).toEqual({ restored: 2, left: 0 });
    expect(values()).toEqual(['mine', '']);
    expect(await recentPasswords.read()).toMatchObject([{ outcome: { code: 'undone' } }]);
    expect(badge).toEqual({ text: '', title: message('extension_name') });
  });

  it.each([() => openFakeTab(signup()), openForbiddenTab])(
    'does nothing if nothing was filled',
    async (open) => {
      open();
      expect(await undoTab(1)).toEqual({ restored: 0, left: 0 });
    },
  );
});

describe('surveying a tab for the popup', () => {
  it('reports the number of fields and their rule', async () => {
    openFakeTab(signup('maxlength="20"'));
    expect(await surveyTab(1)).toMatchObject({
      host: location.host,
      fields: 2,
      rule: { rule: { maxLength: 20 }, reasons: [{ code: 'max_length', value: 20, by: 'length' }] },
    });
  });

  it('says so where no extension has access', async () => {
    openForbiddenTab();
    expect(await surveyTab(1)).toEqual({ host: '', fields: 0, closed: 'no_access' });
  });
});
