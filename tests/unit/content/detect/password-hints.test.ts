// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { newErrorLines, passwordHints } from '../../../../lib/content/detect/password-hints.ts';
import { field, PASSWORD, signUp, visitor } from '../../../support/fill-frame.ts';

/** What the page says of the field `a`. */
function said(html: string) {
  document.body.innerHTML = html;
  return passwordHints([field('a')]);
}

describe('what a page says', () => {
  it('is the attributes of all fields, the narrowest of each', () => {
    document.body.innerHTML = `<input id="a" minlength="6" maxlength="20" passwordrules="required: digit">
      <input id="b" minlength="8" maxlength="16" pattern="[a-z]+">`;
    expect(passwordHints([field('a'), field('b')])).toMatchObject({
      minLength: 8,
      maxLength: 16,
      passwordRules: 'required: digit',
      pattern: '[a-z]+',
    });
  });

  it('is nothing where it says nothing', () => {
    const { texts, ...rest } = said('<input id="a">');
    expect([texts, rest]).toEqual([[], { minLength: -1 }]);
  });

  it('keeps a pattern whole, or longer than any that is read', () => {
    const pattern = `(?=.*\\d)${'.'.repeat(500)}`;
    expect(said(`<input id="a" pattern="${pattern}">`).pattern).toBe(pattern);
    expect(said(`<input id="a" pattern="${'.'.repeat(5000)}">`).pattern).toHaveLength(1001);
  });

  it.each([
    ['after it', '<input id="a"><p>8-20 characters</p>', '8-20 characters'],
    ['before it', '<p>8-20 characters</p><input id="a">', '8-20 characters'],
    ['in its label', '<label>Password (8-20 characters)<input id="a"></label>', 'Password (8-20 characters)'],
    ['in it', '<input id="a" placeholder="8-20 characters">', '8-20 characters'],
    ['in its title', '<input id="a" title="8-20 characters">', '8-20 characters'],
    [
      'described',
      '<p id="x">8-20 characters</p><input><input id="a" aria-describedby="x">',
      '8-20 characters',
    ],
    ['after its eye', '<input id="a"><button>Show</button><p>8-20 characters</p>', 'Show\n8-20 characters'],
    [
      'in a list',
      '<input id="a"><ul><li>At least <b>8</b> characters<li>A digit</ul>',
      'At least 8 characters\nA digit',
    ],
  ])('is the text %s', (_, html, text) => {
    expect(said(html).texts.map((each) => each.replace(/ +/g, ' '))).toContain(text);
  });

  it('is not what stands at another field, or is no text for people', () => {
    const { texts } = said(`<input id="a"><style>p { color: red }</style><script>8</script>
      <input><p>At most 5 characters</p>`);
    expect(texts).toEqual([]);
  });

  it('is bounded, however much there is', () => {
    const { texts } = said(`<input id="a">${'<p>At least 8 characters</p>'.repeat(1000)}`);
    expect(texts.length).toBeLessThanOrEqual(8);
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(300);
  });
});

describe('what a page says of a password that was filled', () => {
  const linesAfter = (change: () => void) => {
    const { texts } = passwordHints([field('a')]);
    change();
    return newErrorLines([field('a')], texts, PASSWORD);
  };

  it('is the lines that are new at the field', () => {
    signUp();
    field('a').insertAdjacentHTML('afterend', '<p>Choose well</p><p id="error"></p>');
    const error = document.querySelector('#error') as HTMLElement;
    const lines = linesAfter(() => error.append('At least one digit'));
    expect(lines).toEqual(['At least one digit']);
  });

  it('is what it sets as the field’s own error, or names by an attribute', () => {
    signUp();
    document.body.insertAdjacentHTML('beforeend', '<p id="far">No spaces</p>');
    const lines = linesAfter(() => {
      field('a').setCustomValidity('At least 20 characters');
      field('a').setAttribute('aria-errormessage', 'far');
    });
    expect(lines).toEqual(['No spaces', 'At least 20 characters']);
  });

  it('is nothing that was there before, and never the password, whole or in part', () => {
    signUp();
    expect(linesAfter(() => {})).toEqual([]);
    const padding = 'x'.repeat(290);
    const lines = linesAfter(() => field('a').insertAdjacentHTML('afterend', `${padding}${PASSWORD} is bad`));
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toContain(PASSWORD.slice(0, 4));
  });

  it('is reported with a field that is not valid, and with no other', async () => {
    signUp();
    const { fill } = visitor();
    field('a').addEventListener('input', () => {
      field('a').setAttribute('aria-invalid', 'true');
      field('a').insertAdjacentHTML('afterend', `<p>${field('a').value} has no comma</p>`);
    });
    expect(await fill()).toMatchObject({ outcome: 'changed', errors: ['has no comma'] });
    signUp();
    field('a').addEventListener('change', () => {
      field('a').value = '';
      field('a').insertAdjacentHTML('afterend', '<p>Emptied</p>');
    });
    expect(await fill()).not.toHaveProperty('errors');
  });
});
