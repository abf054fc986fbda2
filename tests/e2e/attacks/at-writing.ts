import { fillByShortcut, onPage } from './arena.ts';
import type { Attack, AttackFamily } from './attack.ts';
import { verdict } from './attack.ts';
import { signUpPage } from './forms.ts';

/** What a page does with its field right before the password is written. */
interface Trick {
  readonly name: string;
  readonly at: 'focus' | 'keydown' | 'beforeinput';
  /** Code with the `field` and its `form`. */
  readonly act: string;
  /** Code that takes it back once the password is written, so that nobody notices. */
  readonly undo: string;
}

const style = (css: string) => ({ act: `field.style.cssText = '${css}'`, undo: `field.style.cssText = ''` });

const COVER = {
  act: `const cover = document.createElement('div');
    cover.id = 'cover';
    cover.style.cssText = 'position: fixed; inset: 0; background: white; z-index: 9';
    document.body.append(cover, Object.assign(document.createElement('button'), { textContent: 'Go on' }));`,
  undo: `document.querySelector('#cover').remove()`,
};

const OTHER_FORM = {
  act: `const other = Object.assign(document.createElement('form'), { action: 'http://127.0.0.1/elsewhere' });
    document.body.append(other);
    other.append(field);`,
  undo: 'form.append(field)',
};

const OTHER_DOCUMENT = {
  act: `const { contentDocument: other } = document.querySelector('iframe');
    other.body.append(other.adoptNode(field));`,
  undo: 'form.append(document.adoptNode(field))',
};

const TRICKS: readonly Trick[] = [
  { name: 'moves the field off the screen', at: 'focus', ...style('position: fixed; left: -9999px') },
  { name: 'makes the field transparent', at: 'focus', ...style('opacity: 0') },
  { name: 'takes the field out of the layout', at: 'focus', ...style('display: none') },
  {
    name: 'shrinks the field to a dot',
    at: 'focus',
    ...style('width: 1px; height: 1px; padding: 0; border: 0'),
  },
  { name: 'covers the whole form', at: 'focus', ...COVER },
  { name: 'makes the field transparent', at: 'keydown', ...style('opacity: 0') },
  {
    name: 'shows the password as text',
    at: 'keydown',
    act: `field.type = 'text'`,
    undo: `field.type = 'password'`,
  },
  {
    name: 'shows the password as text',
    at: 'beforeinput',
    act: `field.type = 'text'`,
    undo: `field.type = 'password'`,
  },
  { name: 'moves the field to another form', at: 'beforeinput', ...OTHER_FORM },
  {
    name: 'gives the field to another form by its attribute',
    at: 'beforeinput',
    act: `const other = Object.assign(document.createElement('form'), { id: 'other' }); document.body.append(other); field.setAttribute('form', 'other')`,
    undo: `field.removeAttribute('form')`,
  },
  { name: 'moves the field to another document', at: 'beforeinput', ...OTHER_DOCUMENT },
  {
    name: 'takes the field out of the page',
    at: 'beforeinput',
    act: 'field.remove()',
    undo: 'form.append(field)',
  },
  { name: 'moves the field off the screen', at: 'beforeinput', ...style('position: fixed; left: -9999px') },
];

/** The focus comes once for the hints of the page before it comes for the fill. */
const TIMES = { focus: 2, keydown: 1, beforeinput: 1 };

const scriptOf = ({ at, act, undo }: Trick) => `
  const field = document.querySelector('#password');
  const { form } = field;
  let left = ${TIMES[at]};
  window.trick = { done: false, wrote: false };
  field.addEventListener('${at}', () => {
    if (--left !== 0) return;
    trick.done = true;
    ${act}
  });
  field.addEventListener('input', () => {
    if (!trick.done || trick.wrote) return;
    trick.wrote = field.value !== '';
    ${undo}
  });`;

interface TrickWindow {
  trick: { done: boolean; wrote: boolean };
}

const attackOf = (trick: Trick): Attack => ({
  name: `${trick.name} at ${trick.at}, and gets the password written there`,
  run: (arena) => {
    const page = signUpPage({ after: '<iframe srcdoc="<p>"></iframe>', script: scriptOf(trick) });
    return onPage(arena, arena.server.serve(page), async (page) => {
      const outcome = await fillByShortcut(arena, page);
      const { done, wrote } = await page.evaluate(() => (window as unknown as TrickWindow).trick);
      if (!done) throw new Error(`The page never saw ${trick.at} (${outcome}).`);
      return verdict(wrote, `${wrote ? 'written' : 'not written'} (${outcome})`);
    });
  },
});

/** What a page can do with a field between the moment when it was judged and the moment of writing. */
export const atWriting: AttackFamily = { name: 'at writing', attacks: TRICKS.map(attackOf) };
