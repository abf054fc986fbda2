// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { findTargets } from '../../../../lib/content/detect/targets.ts';

const context = { document, elementNamed: () => null, openShadow: (element: Element) => element.shadowRoot };
const idsOf = (html: string, meantId?: string) => {
  document.body.innerHTML = html;
  const targetElement = meantId ? document.getElementById(meantId) : null;
  return findTargets(context, targetElement).fields.map((field) => field.id);
};
const CHANGE = `<form><h1>Change password</h1>
  <input type="password" id="old" name="current_password"><input type="password" id="fresh" name="password">
  <input type="password" id="again" name="password_confirmation"></form>`;
const LOGIN = `<form><h1>Sign in</h1><input id="user" name="username"><input type="password" id="pass" name="password">
  <a>Forgot password?</a><button>Sign in</button></form>`;

describe('fields that a new password goes into', () => {
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
      'three silent fields',
      '<form><input type="password" id="a"><input type="password" id="b"><input type="password" id="c"></form>',
      ['b', 'c'],
    ],
    ['nothing in a login', LOGIN, []],
    ['nothing in a lone silent field', '<form><input type="password" id="a"></form>', []],
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
      'no hidden, disabled, read-only or shrunk field',
      `<form><input type="password" id="a" autocomplete="new-password" style="display:none">
       <input type="password" id="b" autocomplete="new-password" disabled>
       <input type="password" id="c" autocomplete="new-password" readonly>
       <input type="password" id="d" autocomplete="new-password" style="width:1px;height:1px">
       <input type="password" id="e" autocomplete="new-password" style="left:-9999px"></form>`,
      [],
    ],
  ])('%s', (_, html, expected) => {
    expect(idsOf(html)).toEqual(expected);
  });

  it('takes a password field that was pointed at as meant, whatever it is', () => {
    expect(idsOf(LOGIN, 'pass')).toEqual(['pass']);
    expect(idsOf(CHANGE, 'old')).toEqual(['old']);
  });

  it('fills the whole form around the field that was pointed at, and no other form', () => {
    const other = CHANGE.replace(/id="/g, 'id="x-');
    expect(idsOf(other + CHANGE, 'again')).toEqual(['fresh', 'again']);
    expect(idsOf(other + CHANGE)).toEqual(['x-fresh', 'x-again']);
  });

  it('does not take a text field that was pointed at for a password field', () => {
    expect(idsOf(LOGIN, 'user')).toEqual([]);
  });

  it('looks into open shadow roots', () => {
    document.body.innerHTML = '<div></div>';
    const root = document.body.firstElementChild?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<form><input type="password" id="s" autocomplete="new-password"></form>';
    expect(findTargets(context, null).fields.map((field) => field.id)).toEqual(['s']);
  });

  it('looks into a closed shadow root on an element with content of its own where nothing else was found', () => {
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

  it('reads the label that stands right behind a field where it names nothing, as a style puts it there', () => {
    const field = (id: string, label: string) =>
      `<p><input type="password" id="${id}"><label for="of-the-framework">${label}</label></p>`;
    const fields = `${field('b', 'New password')}${field('a', 'Current password')}`;
    expect(idsOf(`<form><h2>Change your password</h2>${fields}<button>Save</button></form>`)).toEqual(['b']);
  });

  it('reads the label that names a field, wherever it stands', () => {
    const labels = `<p><label for="a">Current password</label><label for="b">New password</label>
      <label for="c">Repeat the new password</label></p>`;
    const fields =
      '<input type="password" id="c"><input type="password" id="a"><input type="password" id="b">';
    expect(idsOf(`<form>${labels}<div>${fields}</div><button>Save</button></form>`)).toEqual(['c', 'b']);
  });
});
