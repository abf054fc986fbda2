// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { reportFields } from '../../../../lib/content/detect/report.ts';

const reportsIn = (html: string) => {
  document.body.innerHTML = html;
  return reportFields({ document, openShadow: (element) => element.shadowRoot });
};
const rolesIn = (html: string) => reportsIn(html).map(({ role }) => role);

const CHANGE = `<form><h1>Change password</h1><label>Current password <input type="password" id="old"></label>
  <label>New password <input type="password" id="fresh"></label>
  <label>Confirm new password <input type="password" id="again"></label><button>Save changes</button></form>`;

describe('the report on a field', () => {
  it.each([
    ['names the roles in a change form', CHANGE, ['current', 'new', 'confirm']],
    [
      'names the roles in a login form',
      `<form><h1>Sign in</h1><input type="email"><input type="password" name="password"><a>Forgot your password?</a><button>Sign in</button></form>`,
      ['username', 'current'],
    ],
    [
      'names the role of a one-time code',
      '<form><input autocomplete="one-time-code"><input name="otp"></form>',
      ['otp', 'otp'],
    ],
    [
      'names the role of a card',
      '<form><input autocomplete="cc-csc"><input type="password" name="cvv"></form>',
      ['card', 'card'],
    ],
    ['names the role of other secrets', '<form><input type="password" name="pin"></form>', ['other']],
    [
      'names the role of user names',
      '<input autocomplete="username"><input name="user"><input type="email">',
      ['username', 'username', 'username'],
    ],
    [
      'names the role of anything else',
      '<input type="search" name="q"><input name="colour">',
      ['other', 'other'],
    ],
  ])('%s', (_, html, roles) => {
    expect(rolesIn(html)).toEqual(roles);
  });

  it('is missing for fields that nobody can type into', () => {
    expect(
      rolesIn('<input type="hidden"><input disabled><input readonly><input hidden><input type="checkbox">'),
    ).toEqual([]);
  });

  it('comes in reading order, in shadow roots too', () => {
    document.body.innerHTML = '<input id="a"><div></div><input id="c">';
    const root = document.querySelector('div')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<input id="b">';
    const reports = reportFields({ document, openShadow: (element) => element.shadowRoot });
    expect(reports.map(({ field }) => field.id)).toEqual(['a', 'b', 'c']);
  });

  it('has a score and the reasons with the largest weights first', () => {
    const [old, fresh] = reportsIn(CHANGE);
    expect(old?.score).toBeLessThan(0);
    expect(fresh?.score).toBeGreaterThan(0);
    const weights = fresh?.reasons.map((reason) => Math.abs(Number(reason.split(' ').at(-1)))) ?? [];
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(weights.length).toBeGreaterThan(2);
    expect(weights).not.toContain(0);
  });

  it('has the features of a field that was not scored', () => {
    const [code] = reportsIn('<input autocomplete="one-time-code" name="otp">');
    expect(code?.score).toBe(Number.NEGATIVE_INFINITY);
    expect(code?.reasons).toEqual(['type:text', 'autocomplete:one-time-code', 'topics:code']);
  });
});
