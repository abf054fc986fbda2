// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { groupsOf } from '../../../../lib/content/detect/groups.ts';
import { takeSnapshot } from '../../../../lib/content/detect/page-snapshot.ts';

const access = { document, openShadow: (element: Element) => element.shadowRoot };
const groupsIn = (html: string, near?: string) => {
  document.body.innerHTML = html;
  const element = near ? document.querySelector(near) : null;
  return groupsOf(takeSnapshot(access), element);
};
/** The ids of each group's fields. */
const fieldsIn = (html: string, near?: string) =>
  groupsIn(html, near).map(({ candidates }) => candidates.map(({ id }) => id).join(' '));

const PAIR = '<input type="password" id="a"><input type="password" id="b">';

describe('the fields of one group', () => {
  it.each([
    ['are those of one form', `<form>${PAIR}</form>`, ['a b']],
    [
      'of two forms are two',
      '<form><input type="password" id="a"></form><form><input type="password" id="b"></form>',
      ['a', 'b'],
    ],
    [
      'are found without a form, by the button',
      `<div><div>${PAIR}</div><button>Go on</button></div>`,
      ['a b'],
    ],
    [
      'are separated by their buttons where there is no form',
      `<section><input type="password" id="a"><button>Log in</button></section>
       <section><input type="password" id="b"><button>Sign up</button></section>`,
      ['a', 'b'],
    ],
    [
      'are not separated by the eye beside a field',
      `<main><p><input type="password" id="a"><button>Show</button></p>
       <p><input type="password" id="b"><button></button></p><button>Save it</button></main>`,
      ['a b'],
    ],
    [
      'belong to the outer scope where scopes are nested',
      `<main><p><input type="password" id="a"><button>Check</button></p><input type="password" id="b"><button>Save it</button></main>`,
      ['a b'],
    ],
    [
      'are separated by their buttons in a form around the whole page',
      `<form>${'<a href="/">Shop</a>'.repeat(30)}<section><input type="password" id="a"><button>Log in</button></section>
       <section><input type="password" id="b"><button>Sign up</button></section></form>`,
      ['a', 'b'],
    ],
    [
      'are those of one dialog',
      `<div role="dialog"><p><input type="password" id="a"></p></div>
       <section><input type="password" id="b"><button>Go on</button></section>`,
      ['a', 'b'],
    ],
    [
      'include a field outside the form that names it',
      '<form id="f"><input type="password" id="a"></form><p><input type="password" id="b" form="f"></p>',
      ['a b'],
    ],
    [
      'are text fields that play one',
      '<form><input id="a" name="password"><input id="b" placeholder="Confirm password"></form>',
      ['a b'],
    ],
    [
      'are not text fields that are only declared to be one',
      `<form><input id="a" autocomplete="new-password" aria-label="Straße"><input id="b" autocomplete="new-password">
       <input id="c" autocomplete="new-password" placeholder="Filtrar contraseñas"></form>`,
      [],
    ],
    [
      'are not numbers about passwords',
      `<form><input id="a" aria-label="Minimum password length" value="8"><input id="b" name="password" value="30">
       <input id="c" aria-label="Mindestlänge des Passworts"><input id="d" name="password_history">
       <input id="e" name="password" inputmode="numeric"></form>`,
      [],
    ],
    [
      'include a text field whose label holds a rule with a number',
      '<form><input id="a" aria-label="Password (minimum length 8)"></form>',
      ['a'],
    ],
    [
      'are not password fields that are called something else',
      `<form><input type="password" id="a" aria-label="Phone number"><input type="password" id="b" placeholder="E-Mail">
       <input type="password" id="c" aria-label="API key"><input type="password" id="d" name="password" placeholder="Card number">
       <input type="password" id="e" aria-label="検索"><input type="password" id="f" aria-label="Correo"></form>`,
      [],
    ],
    [
      'include both of a pair, one of which is shown as text',
      `<form><input id="a" name="password"><input type="password" id="b" name="passwordConfirm"></form>
       <form><input type="password" id="c" name="pass"><input id="d" name="pass2"></form>`,
      ['a b', 'c d'],
    ],
    [
      'include a text field without words right after the hidden field whose label it takes over',
      `<form><label for="h">Wachtwoord</label><input type="password" id="h" hidden><input id="a">
       <input type="password" hidden><input id="b"></form>`,
      ['a'],
    ],
    [
      'include a text field with a label that only stands before it',
      '<table><tr><td>Hasło</td><td><input id="a"></td></tr><tr><td>Telefon</td><td><input id="b"></td></tr></table>',
      ['a'],
    ],
    [
      'are not separated by a button that shows what is typed, in any language',
      `<main><p><input type="password" id="a"><button>Anzeigen</button></p>
       <p><input type="password" id="b"><button>表示する</button></p><button>OK, los</button></main>`,
      ['a b'],
    ],
    [
      'include one of the two that a switch shows in turn',
      '<form><input type="password" id="pw"><input type="text" id="pw-shown" name="password"></form>',
      ['pw'],
    ],
    [
      'are not hidden, but may open only when they have the focus',
      `<form><input type="password" id="a" hidden><input type="password" id="b" disabled>
       <input type="password" id="c" readonly><input type="password" id="d"></form>`,
      ['b c d'],
    ],
    [
      'are not codes or cards',
      '<form><input type="password" name="cvc"><input type="password" name="otp"></form>',
      [],
    ],
  ])('%s', (_, html, expected) => {
    expect(fieldsIn(html)).toEqual(expected);
  });

  it('come with the parts inside their scope, before it and after it', () => {
    const [, group] = groupsIn(`<form><input type="password" id="x"></form><h2>Title</h2><a href="/">Help</a>
      <form id="f"><h3>Sign up</h3>${PAIR}<button>Sign up</button></form><a href="/login">Log in</a>`);
    expect(group?.scope.id).toBe('f');
    expect(group?.parts.map(({ kind }) => kind)).toEqual(['heading', 'field', 'field', 'submit']);
    expect(group?.before.map(({ kind }) => kind)).toEqual(['link', 'heading']);
    expect(group?.after.map(({ element }) => element.textContent)).toEqual(['Log in']);
  });

  it('are left out beyond 60 groups, except the group of the target element', () => {
    const form = (i: number) => `<form id="f${i}"><input type="password" id="p${i}"></form>`;
    const page = Array.from({ length: 200 }, (_, i) => form(i)).join('');
    expect(fieldsIn(page)).toHaveLength(60);
    expect(fieldsIn(page, '#p150').slice(60)).toEqual(['p150']);
  });

  it('are at most 40', () => {
    const [fields = ''] = fieldsIn(`<form>${'<input type="password" id="p">'.repeat(500)}</form>`);
    expect(fields.split(' ')).toHaveLength(40);
  });
});
