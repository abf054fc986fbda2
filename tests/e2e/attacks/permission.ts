import type { TestPage } from '../browsers/types.ts';
import { fillByShortcut, happens, onPage } from './arena.ts';
import type { Arena, Attack, AttackFamily } from './attack.ts';
import { verdict } from './attack.ts';
import { ACCOMPLICE, type HostileWindow, pageOf, signUpPage, thief } from './forms.ts';
import type { Serving } from './hostile-server.ts';

const frameAt = ({ server }: Arena, serving: Serving, html = thief()) =>
  `<iframe id="frame" width="500" height="300" src="${server.serve(html, serving)}"></iframe>`;

const isStolen = (page: TestPage) => page.evaluate(() => (window as unknown as HostileWindow).stolen !== '');

/** How long a fill that must not come may take to come, in milliseconds. */
const SOON_MS = 2000;

/** Clicks the popup's offer to allow a frame, does something else, and answers the browser's prompt. */
async function answerOffer(
  { browser }: Arena,
  page: TestPage,
  answer: 'allow' | 'deny',
  meanwhile = async () => {},
): Promise<void> {
  const popup = await browser.openPopup(page);
  await popup.waitFor(() => document.querySelector('#foreign-frames button') !== null);
  await popup.click('#foreign-frames button');
  await meanwhile();
  await browser.answerPermissionPrompt(answer);
  // Chromium's prompt has closed the popup.
  if (browser.name === 'firefox' && (await browser.popupIsOpen())) await popup.close();
}

/** The accomplice keeps what the frame gets, once the person has declined. */
const fillsLater: Attack = {
  name: 'waits with a frame that the person has declined until its host is allowed for the password API',
  run: (arena) => {
    const html = pageOf(frameAt(arena, { host: '127.0.0.1' }), ACCOMPLICE);
    return onPage(arena, arena.server.serve(html), async (page) => {
      await answerOffer(arena, page, 'deny');
      await arena.api();
      await page.bringToFront();
      const stolen = await happens(() => isStolen(page), SOON_MS);
      return verdict(stolen, stolen ? 'filled by itself' : 'nothing was filled');
    });
  },
};

/** A frame takes the focus although nobody has allowed it to be filled. */
const takesFocus = (name: string, top: Serving, frame: Serving): Attack => ({
  name,
  run: async (arena) => {
    await arena.api();
    const html = signUpPage({ after: frameAt(arena, frame), script: ACCOMPLICE });
    return onPage(arena, arena.server.serve(html, top), async (page) => {
      await page.waitFor(() => {
        document.querySelector('iframe')?.contentWindow?.postMessage('grab', '*');
        return (window as unknown as HostileWindow).isFocused;
      });
      const outcome = await fillByShortcut(arena, page);
      const stolen = await isStolen(page);
      return verdict(stolen, `${stolen ? 'the frame got it' : 'the frame got nothing'} (${outcome})`);
    });
  },
});

/** While the browser asks for one frame, the page shows another one that needs no permission. */
const swapsFrames: Attack = {
  name: 'shows a sandboxed frame of its own while the browser asks for another site’s frame',
  run: (arena) => {
    const script = `${ACCOMPLICE}
      window.swap = () => {
        const own = document.createElement('iframe');
        own.setAttribute('sandbox', 'allow-scripts');
        own.width = 500;
        own.height = 300;
        own.srcdoc = ${JSON.stringify(thief()).replaceAll('</', '<\\/')};
        document.querySelector('iframe').replaceWith(own);
      };`;
    const html = pageOf(frameAt(arena, { host: 'localhost' }, signUpPage()), script);
    return onPage(arena, arena.server.serve(html, { host: '127.0.0.1' }), async (page) => {
      const swap = () => page.evaluate(() => (window as unknown as HostileWindow).swap());
      await answerOffer(arena, page, 'allow', swap);
      const stolen = await happens(() => isStolen(page), SOON_MS);
      return verdict(stolen, stolen ? 'the page’s own frame got it' : 'nothing was filled');
    });
  },
};

/** These build on each other, because a browser grants an origin only once. */
export const permission: AttackFamily = {
  name: 'permission',
  attacks: [
    fillsLater,
    takesFocus(
      'takes the focus into a frame of a host that is allowed for the password API alone',
      {},
      { host: '127.0.0.1' },
    ),
    swapsFrames,
    takesFocus(
      'takes the focus into a frame of another port than the one that was allowed',
      { host: '127.0.0.1' },
      { host: 'localhost', otherPort: true },
    ),
  ],
};
