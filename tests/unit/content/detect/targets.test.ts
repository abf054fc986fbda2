// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { findTargets } from '../../../../lib/content/detect/targets.ts';

const context = { document, elementNamed: () => null, openShadow: (element: Element) => element.shadowRoot };
const idsOf = (html: string, targetId?: string) => {
  document.body.innerHTML = html;
  const targetElement = targetId ? document.getElementById(targetId) : null;
  return findTargets(context, targetElement).fields.map((field) => field.id);
};
const CHANGE = `<form><h1>Change password</h1>
  <input type="password" id="old" name="current_password"><input type="password" id="fresh" name="password">
  <input type="password" id="again" name="password_confirmation"></form>`;
const LOGIN = `<form><h1>Sign in</h1><input id="user" name="username"><input type="password" id="pass" name="password">
  <a>Forgot password?</a><button>Sign in</button></form>`;

describe('the fields to fill', () => {
  it.each([
    ['declared fields', '<input type="password" id="a" autocomplete="new-password">', ['a']],
    [
      'new and confirm of a signup',
      '<form><input id="m" type="email"><input type="password" id="a" name="pw"><input type="password" id="b" name="pw2"><button>Join</button></form>',
      ['a', 'b'],
    ],
    [
      'one field of a signup',
      '<form><input type="password" id="a"><button>Create account</button></form>',
      ['a'],
    ],
    ['a change form, not its current password', CHANGE, ['fresh', 'again']],
    [
      'the last two of three unnamed fields',
      '<form><input type="password" id="a"><input type="password" id="b"><input type="password" id="c"></form>',
      ['b', 'c'],
    ],
    ['nothing in a login', LOGIN, []],
    ['nothing for a lone unnamed field', '<form><input type="password" id="a"></form>', []],
    ['nothing in a search box', '<form role="search"><input type="search" id="q"></form>', []],
    [
      'no one-time code',
      '<form><input type="password" id="a" name="otp-code"><button>Register</button></form>',
      [],
    ],
    [
      'no card code',
      '<form><input type="password" id="a" name="cvc"><button>Create account</button></form>',
      [],
    ],
    [
      'no hidden or shrunk field, but closed ones if there are no others',
      `<form><input type="password" id="a" autocomplete="new-password" style="display:none">
       <input type="password" id="b" autocomplete="new-password" disabled>
       <input type="password" id="c" autocomplete="new-password" readonly>
       <input type="password" id="d" autocomplete="new-password" style="width:1px;height:1px">
       <input type="password" id="e" autocomplete="new-password" style="left:-9999px"></form>`,
      ['b', 'c'],
    ],
  ])('%s', (_, html, expected) => {
    expect(idsOf(html)).toEqual(expected);
  });

  it('include a password field that is the target element, whatever it is for', () => {
    expect(idsOf(LOGIN, 'pass')).toEqual(['pass']);
    expect(idsOf('<form><input type="password" id="a" placeholder="Phone"></form>', 'a')).toEqual(['a']);
  });

  it('are the new ones of a form whose current password is the target element', () => {
    expect(idsOf(CHANGE, 'old')).toEqual(['fresh', 'again']);
    const byPlaceholder = `<form><input type="password" id="o" placeholder="Altes Passwort">
      <input type="password" id="n" placeholder="Neues Passwort"></form>`;
    expect(idsOf(byPlaceholder, 'o')).toEqual(['n']);
  });

  it('include the partner of the target element', () => {
    const tags = '<p><input placeholder="Add a tag" autocomplete="new-password"></p>';
    const pair = (repeat: string) => `${tags}<form><label>Senha <input type="password" id="p"></label>
      <label>${repeat} <input type="password" id="c"></label><button>Entrar</button></form>`;
    for (const id of ['p', 'c']) expect(idsOf(pair('Repita a senha'), id)).toEqual(['p', 'c']);
    expect(idsOf(pair('Outra coisa'), 'c')).toEqual(['c']);
  });

  it('are all in the form of the target element, and in no other form', () => {
    const other = CHANGE.replace(/id="/g, 'id="x-');
    expect(idsOf(other + CHANGE, 'again')).toEqual(['fresh', 'again']);
    expect(idsOf(other + CHANGE)).toEqual(['x-fresh', 'x-again']);
  });

  it('exclude a text field that is the target element', () => {
    expect(idsOf(LOGIN, 'user')).toEqual([]);
  });

  it('are found in open shadow roots', () => {
    document.body.innerHTML = '<div></div>';
    const root = document.body.firstElementChild?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<form><input type="password" id="s" autocomplete="new-password"></form>';
    expect(findTargets(context, null).fields.map((field) => field.id)).toEqual(['s']);
  });

  it('are found in a closed shadow root of an element with content, if nowhere else', () => {
    const roots = new Map<Element, ShadowRoot>();
    const openShadow = (element: Element) => roots.get(element) ?? null;
    const find = (html: string) => {
      document.body.innerHTML = html;
      const host = document.querySelector('div') as HTMLElement;
      const root = host.attachShadow({ mode: 'closed' });
      root.innerHTML = '<form><input type="password" id="s" autocomplete="new-password"></form>';
      roots.set(host, root);
      return findTargets({ ...context, openShadow }, null).fields.map((field) => field.id);
    };
    expect(find('<div><p>Join us</p></div>')).toEqual(['s']);
    expect(find(`<div><p>Join us</p></div>${LOGIN}`)).toEqual(['s']);
    expect(find(`<div><p>Join us</p></div>${CHANGE}`)).toEqual(['fresh', 'again']);
  });

  it('are recognized by a label right after them whose `for` names nothing', () => {
    const field = (id: string, label: string) =>
      `<p><input type="password" id="${id}"><label for="of-the-framework">${label}</label></p>`;
    const fields = `${field('b', 'New password')}${field('a', 'Current password')}`;
    expect(idsOf(`<form><h2>Change your password</h2>${fields}<button>Save</button></form>`)).toEqual(['b']);
  });

  it('are recognized by a label that names them anywhere in the page', () => {
    const labels = `<p><label for="a">Current password</label><label for="b">New password</label>
      <label for="c">Repeat the new password</label></p>`;
    const fields =
      '<input type="password" id="c"><input type="password" id="a"><input type="password" id="b">';
    expect(idsOf(`<form>${labels}<div>${fields}</div><button>Save</button></form>`)).toEqual(['c', 'b']);
  });

  it('include a text field that shows a password, if it is the target element', () => {
    expect(idsOf('<form><input id="a" name="password"></form>', 'a')).toEqual(['a']);
  });
});

describe('the form with the focus', () => {
  const SIGNUP = `<form><h1>Sign up</h1><input id="mail" type="email"><input type="password" id="new" name="password">
    <input type="password" id="again" name="password2"><button>Create account</button></form>`;
  /** The ids of the fields to fill, or why there are none, while an element has the focus. */
  const foundFrom = (html: string, focused: string) => {
    document.body.innerHTML = html;
    document.getElementById(focused)?.focus();
    const { fields, refusal } = findTargets(context, null);
    return refusal ?? fields.map(({ id }) => id).join(' ');
  };

  it('comes before the fields around it that are in no form', () => {
    const outside = '<p>Password <input type="password" id="x" autocomplete="new-password"></p>';
    expect(foundFrom(outside + SIGNUP, 'mail')).toBe('new again');
    expect(foundFrom(SIGNUP + outside, 'again')).toBe('new again');
  });

  it.each(['user', 'pass'])(
    'is told to be no such form rather than another is filled (focus in %s)',
    (focused) => {
      expect(foundFrom(LOGIN + SIGNUP, focused)).toBe('unlikely_form');
    },
  );

  it('does not keep another from being filled if it has no password field', () => {
    expect(foundFrom(`<form><input type="search" id="q"></form>${SIGNUP}`, 'q')).toBe('new again');
  });

  it('does not keep another from being filled if the page itself has set the focus', () => {
    const login = LOGIN.replace('<input id="user"', '<input id="user" autofocus');
    expect(foundFrom(login + SIGNUP, 'user')).toBe('new again');
  });
});

describe('many password fields that nothing tells apart', () => {
  const five = '<input type="password">'.repeat(5);
  const refusalOf = (html: string) => {
    document.body.innerHTML = html;
    return findTargets(context, null).refusal;
  };

  it('are left alone, and said to be unclear', () => {
    expect(refusalOf(`<form><h1>Form</h1>${five}<button>Submit</button></form>`)).toBe('unclear_fields');
  });

  it('keep no other form from being filled', () => {
    const signup = '<form><h1>Sign up</h1><input type="email"><input type="password" name="pw"></form>';
    expect(refusalOf(`<form>${five}<button>Submit</button></form>${signup}`)).toBeUndefined();
  });

  it('are filled where a person points', () => {
    const html = `<form><input type="password" id="p">${five}<button>Submit</button></form>`;
    expect(idsOf(html, 'p')).toContain('p');
  });
});
