// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { textsAroundForm } from '../../../../lib/content/detect/rules-around.ts';
import { field } from '../../../support/fill-frame.ts';

const RULE = 'Das Passwort hat 8 bis 12 Zeichen';
const FORM = '<form><label>Name <input></label><label>Passwort <input id="a" type="password"></label></form>';
const form = (before: string) => FORM.replace('<form>', `<form>${before}`);

const textsIn = (html: string) => {
  document.body.innerHTML = html;
  return textsAroundForm(field('a')).join('\n');
};

describe('the rules around a form', () => {
  it.each([
    ['between its heading and it', `<h1>Konto</h1><p>${RULE}</p>${FORM}`],
    ['between its start and its first field', form(`<h2>Konto</h2><div><p>${RULE}</p></div>`)],
    [
      'in an aside beside it',
      `<main><div>${FORM}</div><aside><h3>Hinweise</h3><ul><li>${RULE}</li></ul></aside></main>`,
    ],
    ['below it', `<div>${FORM}<p>${RULE}</p></div>`],
    [
      'above fields without a form',
      `<div><p>${RULE}</p><input><input id="a" type="password"><button>Los</button></div>`,
    ],
  ])('are read %s', (_, html) => {
    expect(textsIn(html)).toContain(RULE);
  });

  it.each([
    ['at another field', form('').replace('Name <input>', 'Name (3 bis 9 Zeichen) <input>')],
    ['of a user name above it', `<p>A username has 3 bis 9 characters</p>${FORM}`],
    ['in another form', `<form><p>3 bis 9 Zeichen</p><input></form>${FORM}`],
    ['in a text about anything else', `<p>Wir liefern in 3 bis 9 Tagen</p>${FORM}`],
    ['in a menu', `<nav>Passwort mit 3 bis 9 Zeichen</nav>${FORM}`],
  ])('are not read %s', (_, html) => {
    expect(textsIn(html)).not.toContain('3 bis 9');
  });
});
