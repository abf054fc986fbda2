import { fillByPopup, fillByShortcut, onPage } from './arena.ts';
import type { Arena, Attack, AttackFamily } from './attack.ts';
import { verdict } from './attack.ts';
import { ACCOMPLICE, attribute, type HostileWindow, signUpPage, thief } from './forms.ts';
import type { Serving } from './hostile-server.ts';

/** The frame's element, by what the attacker's server offers. */
type FrameOf = (arena: Arena) => string;

const SIZE = 'id="frame" width="500" height="300"';
const served = (arena: Arena, serving: Serving) => arena.server.serve(thief(), serving);

const FRAMES: readonly (readonly [name: string, frame: FrameOf])[] = [
  [
    'a sandboxed srcdoc frame',
    () => `<iframe ${SIZE} sandbox="allow-scripts" srcdoc="${attribute(thief())}"></iframe>`,
  ],
  ['a data: frame', () => `<iframe ${SIZE} src="data:text/html,${encodeURIComponent(thief())}"></iframe>`],
  [
    'a sandboxed frame of the same host',
    (arena) => `<iframe ${SIZE} sandbox="allow-scripts" src="${served(arena, {})}"></iframe>`,
  ],
  [
    'a frame of another site',
    (arena) => `<iframe ${SIZE} src="${served(arena, { host: '127.0.0.1' })}"></iframe>`,
  ],
  [
    'a frame of another port of the same host',
    (arena) => `<iframe ${SIZE} src="${served(arena, { otherPort: true })}"></iframe>`,
  ],
];

const FILLS = { 'the shortcut': fillByShortcut, 'the popup': fillByPopup } as const;

/** A frame takes the focus while the page around it has a form of its own, which the person is to fill. */
const takesFocus = ([name, frame]: (typeof FRAMES)[number], by: keyof typeof FILLS): Attack => ({
  name: `takes the focus into ${name}, so that ${by} fills there and not the page’s own form`,
  run: (arena) =>
    onPage(
      arena,
      arena.server.serve(signUpPage({ after: frame(arena), script: ACCOMPLICE })),
      async (page) => {
        await page.waitFor(() => {
          // Focus moves on only while the page has it.
          document.querySelector('iframe')?.contentWindow?.postMessage('grab', '*');
          return (window as unknown as HostileWindow).isFocused;
        });
        const outcome = await FILLS[by](arena, page);
        const isStolen = await page.evaluate(() => (window as unknown as HostileWindow).stolen !== '');
        return verdict(isStolen, `${isStolen ? 'the frame got it' : 'the frame got nothing'} (${outcome})`);
      },
    ),
});

/** The popup has shown a password for the page’s own form; then only a frame without an origin has one. */
const swapsForms: Attack = {
  name: 'takes its own form away while the popup is open, so that a sandboxed frame gets the popup’s password',
  run: (arena) => {
    const script = `${ACCOMPLICE}
      window.swap = () => document.querySelector('#signup').remove();`;
    const frame = `<iframe ${SIZE} sandbox="allow-scripts" srcdoc="${attribute(thief())}"></iframe>`;
    const url = arena.server.serve(signUpPage({ after: frame, script }));
    return onPage(arena, url, async (page) => {
      const swap = () => page.evaluate(() => (window as unknown as HostileWindow).swap());
      await fillByPopup(arena, page, swap);
      const isStolen = await page.evaluate(() => (window as unknown as HostileWindow).stolen !== '');
      return verdict(isStolen, isStolen ? 'the frame got it' : 'the frame got nothing');
    });
  },
};

/** What a page can do with its frames. */
export const frames: AttackFamily = {
  name: 'frames',
  attacks: [
    ...FRAMES.flatMap((frame) => [takesFocus(frame, 'the shortcut'), takesFocus(frame, 'the popup')]),
    swapsForms,
  ],
};
