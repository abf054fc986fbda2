import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fillTab } from '../../../lib/background/fill-tab.ts';
import type { FillTarget } from '../../../lib/background/frame-client.ts';
import { surveyTab } from '../../../lib/background/survey-tab.ts';
import { allowFrame } from '../../../lib/storage/allowed-frames.ts';
import { recentPasswords, rememberPassword } from '../../../lib/storage/recent-passwords.ts';

const SITE = 'https://shop.example';
const TAB: FillTarget = { tabId: 1, incognito: false, hint: 'nothing' };
const FILLED = { code: 'filled', fields: 2 };
const OPAQUE = { code: 'opaque_frame' };

interface FakeFrame {
  origin?: string;
  fields?: number;
  focused?: boolean;
  focusBelow?: boolean;
  focusOpaque?: boolean;
  framed?: boolean;
  foreign?: string[];
  refusal?: string;
}

/** The frames that were given a password, by their ids. */
const given: number[] = [];

/** Opens a tab whose frames report this; the first is the page. */
function openFrames(...found: FakeFrame[]): void {
  const frames = found.map((frame, frameId) => ({
    frameId,
    documentId: `document-${frameId}`,
    result: {
      origin: SITE,
      fields: 0,
      focused: false,
      focusBelow: false,
      framed: true,
      visit: 'v',
      ...frame,
    },
  }));
  fakeBrowser.scripting.executeScript = vi.fn(async ({ target, files, args }) => {
    const { allFrames, frameIds, documentIds } = target;
    const reached = frames.filter(
      ({ frameId, documentId }) =>
        allFrames || frameIds?.includes(frameId) || documentIds?.includes(documentId),
    );
    if (reached.length === 0) throw new Error('No frame with id.');
    if (files || args?.[0] === 'survey') return reached;
    if (args?.[0] !== 'fill') return reached.map((frame) => ({ ...frame, result: undefined }));
    given.push(...reached.map(({ frameId }) => frameId));
    return reached.map((frame) => ({ ...frame, result: { outcome: 'filled', fields: 2 } }));
  }) as never;
}

const page = { fields: 2, focusBelow: true, focusOpaque: true };
const sandboxed = { origin: 'null', fields: 2 };
const storeForPopup = async (host = 'shop.example') =>
  (await rememberPassword({ action: 'filled', incognito: false, password: 'From-the-popup-1', host })).id;

beforeEach(() => {
  given.length = 0;
  for (const name of ['setBadgeText', 'setTitle', 'setBadgeBackgroundColor'] as const)
    fakeBrowser.action[name] = vi.fn(async () => undefined) as never;
});

describe('a frame without an origin', () => {
  it.each<[string, FillTarget, FakeFrame[]]>([
    ['the command, with the focus in it', TAB, [page, { ...sandboxed, focused: true }]],
    ['the command, although the page has no form', TAB, [{}, sandboxed]],
    [
      'a right-click in it',
      { ...TAB, frameId: 1, frameUrl: 'about:srcdoc', hint: 'focused' },
      [{}, sandboxed],
    ],
    [
      'the command, if it is a login',
      TAB,
      [page, { origin: 'null', refusal: 'unlikely_form', focused: true }],
    ],
    ['the command, where the browser does not open it', TAB, [page]],
    ['the command, where the page alone is opened', TAB, [{ foreign: ['null'] }]],
    ['the command, if it is the page itself', TAB, [sandboxed]],
  ])('is not filled by %s, nor is another form in its place', async (_, target, frames) => {
    openFrames(...frames);
    expect(await fillTab(target)).toEqual(OPAQUE);
    expect(given).toEqual([]);
    expect(await recentPasswords.read()).toEqual([]);
  });

  it('without a form takes nothing from the page’s by grabbing the focus', async () => {
    openFrames(page, { origin: 'null', focused: true });
    expect(await fillTab(TAB)).toMatchObject(FILLED);
    expect(given).toEqual([0]);
  });

  it('does not get the password that the popup showed for the page', async () => {
    openFrames(page, { ...sandboxed, focused: true });
    const { host, fields, frame, opaque } = await surveyTab(1);
    expect({ host, fields, frame, opaque }).toEqual({
      host: 'shop.example',
      fields: 2,
      frame: { frameId: 0, documentId: 'document-0', origin: SITE },
      opaque: true,
    });
    expect(await fillTab({ ...TAB, ...frame }, await storeForPopup())).toEqual(FILLED);
    expect(given).toEqual([0]);
  });

  it('is not offered by the popup', async () => {
    openFrames({ foreign: ['null'] }, sandboxed);
    expect(await surveyTab(1)).toEqual({ host: '', fields: 0, pageId: 'document-0', opaque: true });
  });

  it.each([
    ['http://127.0.0.1:80/x', 'http://127.0.0.1:80/y'],
    ['about:srcdoc', 'http://127.0.0.1:80/y'],
    ['data:text/html,<input>', 'http://127.0.0.1:80/y'],
  ])('that the browser keeps closed is known by its address: %s', async (frameUrl, pageUrl) => {
    fakeBrowser.scripting.executeScript = vi.fn(async () => {
      throw new Error('Missing host permission for the frame');
    }) as never;
    expect(await fillTab({ ...TAB, frameId: 3, frameUrl, pageUrl, hint: 'focused' })).toEqual(OPAQUE);
  });
});

describe('the password that the popup showed', () => {
  it.each([
    ['http in place of https', 'http://shop.example'],
    ['another port', `${SITE}:8443`],
    ['another host', 'https://other.example'],
    ['no origin', 'null'],
  ])('does not go to %s', async (_, origin) => {
    openFrames({ origin, fields: 2 });
    const target = { ...TAB, frameId: 0, origin: SITE };
    expect(await fillTab(target, await storeForPopup())).toEqual({ code: 'moved' });
    expect(given).toEqual([]);
  });

  it('does not go to another document in the same frame', async () => {
    openFrames({ fields: 2 });
    const target = { ...TAB, frameId: 0, documentId: 'document-9', origin: SITE };
    expect(await fillTab(target, await storeForPopup())).toEqual({ code: 'moved' });
    expect(given).toEqual([]);
  });

  it('goes to a frame of the origin shown, although the page has a form by now', async () => {
    const origin = 'https://accounts.example';
    openFrames({ fields: 2 }, { origin, fields: 2 });
    expect(await fillTab({ ...TAB, origin }, await storeForPopup('accounts.example'))).toEqual(FILLED);
    expect(given).toEqual([1]);
  });

  it('does not go to another frame than the one shown, even of the same origin', async () => {
    openFrames({ fields: 2, focused: true }, { fields: 2 });
    const target = { ...TAB, frameId: 1, documentId: 'document-1', origin: SITE };
    expect(await fillTab(target, await storeForPopup())).toEqual(FILLED);
    expect(given).toEqual([1]);
  });
});

describe('what a frame says of its origin', () => {
  it.each<[string, FillTarget, FakeFrame[]]>([
    ['the page’s address', TAB, [{ fields: 2 }]],
    [
      'the clicked frame’s',
      { ...TAB, frameId: 1, frameUrl: 'https://evil.example/', pageUrl: SITE, hint: 'focused' },
      [{}, { fields: 2 }],
    ],
  ])('has to agree with the browser on %s', async (_, target, frames) => {
    fakeBrowser.tabs.get = (async () => ({ id: 1, incognito: false, url: 'https://evil.example/' })) as never;
    openFrames(...frames);
    expect(await fillTab(target)).toEqual({ code: 'moved' });
    expect(given).toEqual([]);
  });

  it('stands where the address has no origin and inherits one', async () => {
    openFrames({}, { fields: 2 });
    const target = { ...TAB, frameId: 1, frameUrl: 'about:srcdoc', pageUrl: SITE, hint: 'focused' } as const;
    expect(await fillTab(target)).toMatchObject(FILLED);
    expect(given).toEqual([1]);
  });
});

describe('a frame of another origin that the browser opens', () => {
  const ORIGIN = 'https://accounts.example:8443';
  const frames: FakeFrame[] = [
    { framed: true, foreign: [ORIGIN], focusBelow: true },
    { origin: ORIGIN, fields: 2, focused: true },
  ];
  const CLICKED = { ...TAB, frameId: 1, frameUrl: `${ORIGIN}/`, pageUrl: SITE, hint: 'focused' } as const;
  const REFUSED = { code: 'foreign_frame', host: 'accounts.example:8443' };

  beforeEach(() => {
    fakeBrowser.permissions.contains = async () => true; // for the password API, or for another port
    openFrames(...frames);
  });

  it.each<[string, FillTarget]>([
    ['the command', TAB],
    ['a right-click in it', CLICKED],
  ])('is not filled by %s before the person has allowed that origin', async (_, target) => {
    await allowFrame('https://accounts.example');
    expect(await fillTab(target)).toEqual(REFUSED);
    expect(given).toEqual([]);
    await allowFrame(ORIGIN);
    expect(await fillTab(target)).toMatchObject(FILLED);
    expect(given).toEqual([1]);
  });

  it('is offered in the popup instead of being taken for the form', async () => {
    expect(await surveyTab(1)).toMatchObject({ fields: 0, foreign: [ORIGIN] });
    await allowFrame(ORIGIN);
    expect(await surveyTab(1)).toMatchObject({ fields: 2, host: 'accounts.example:8443' });
  });
});
