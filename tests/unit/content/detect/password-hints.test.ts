// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { takeSnapshot } from '../../../../lib/content/detect/page-snapshot.ts';
import { newErrorLines, passwordHints } from '../../../../lib/content/detect/password-hints.ts';
import { OPEN_ROOTS } from '../../../support/fake-tab.ts';
import { field, frameUnderTest, PASSWORD, signUp } from '../../../support/fill-frame.ts';

/** The fields with these ids, and the current labels of the page. */
const targets = (...ids: string[]) => ({
  labels: takeSnapshot({ document, ...OPEN_ROOTS }).labels,
  fields: ids.map(field),
});

/** The hints of the field `a` in this page. */
function hintsIn(html: string) {
  document.body.innerHTML = html;
  return passwordHints(targets('a'));
}

describe('the password hints of a page', () => {
  it('take the strictest attributes of all fields', () => {
    document.body.innerHTML = `<input id="a" minlength="6" maxlength="20" passwordrules="required: digit">
      <input id="b" minlength="8" maxlength="16" pattern="[a-z]+">`;
    expect(passwordHints(targets('a', 'b'))).toMatchObject({
      minLength: 8,
      maxLength: 16,
      passwordRules: 'required: digit',
      pattern: '[a-z]+',
    });
  });

  it('are empty for a field without any', () => {
    const { texts, ...rest } = hintsIn('<input id="a">');
    expect([texts, rest]).toEqual([[], { minLength: -1 }]);
  });

  it('hold a whole pattern, or one too long for the parser', () => {
    const pattern = `(?=.*\\d)${'.'.repeat(500)}`;
    expect(hintsIn(`<input id="a" pattern="${pattern}">`).pattern).toBe(pattern);
    expect(hintsIn(`<input id="a" pattern="${'.'.repeat(5000)}">`).pattern).toHaveLength(1001);
  });

  it.each([
    ['after it', '<input id="a"><p>8-20 characters</p>', '8-20 characters'],
    ['before it', '<p>8-20 characters</p><input id="a">', '8-20 characters'],
    [
      'of a label that names it',
      '<label for="a">8-20 characters</label><b><input><input id="a"></b>',
      '8-20 characters',
    ],
    [
      'of the label around it',
      '<label>Password (8-20 characters)<input id="a"></label>',
      'Password (8-20 characters)',
    ],
    ['of its placeholder', '<input id="a" placeholder="8-20 characters">', '8-20 characters'],
    ['of its title', '<input id="a" title="8-20 characters">', '8-20 characters'],
    [
      'that describes it',
      '<p id="x">8-20 characters</p><input><input id="a" aria-describedby="x">',
      '8-20 characters',
    ],
    ['after its eye', '<input id="a"><button>Show</button><p>8-20 characters</p>', 'Show\n8-20 characters'],
    [
      'of a list',
      '<input id="a"><ul><li>At least <b>8</b> characters<li>A digit</ul>',
      'At least 8 characters\nA digit',
    ],
  ])('include the text %s', (_, html, text) => {
    expect(hintsIn(html).texts.map((each) => each.replace(/ +/g, ' '))).toContain(text);
  });

  it('leave out the text at other fields, scripts and styles', () => {
    const { texts } = hintsIn(`<input id="a"><style>p { color: red }</style><script>8</script>
      <input><p>At most 5 characters</p>`);
    expect(texts).toEqual([]);
  });

  it('are bounded, however much text there is', () => {
    const { texts } = hintsIn(`<input id="a">${'<p>At least 8 characters</p>'.repeat(1000)}`);
    expect(texts.length).toBeLessThanOrEqual(8);
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(300);
  });
});

describe('new error lines after a fill', () => {
  const linesAfter = (change: () => void) => {
    const { texts } = passwordHints(targets('a'));
    change();
    return newErrorLines(targets('a'), texts, PASSWORD);
  };

  it('are the lines that have appeared at the field', () => {
    signUp();
    field('a').insertAdjacentHTML('afterend', '<p>Choose well</p><p id="error"></p>');
    const error = document.querySelector('#error') as HTMLElement;
    const lines = linesAfter(() => error.append('At least one digit'));
    expect(lines).toEqual(['At least one digit']);
  });

  it('include the custom validity message and the text of `aria-errormessage`', () => {
    signUp();
    document.body.insertAdjacentHTML('beforeend', '<p id="far">No spaces</p>');
    const lines = linesAfter(() => {
      field('a').setCustomValidity('At least 20 characters');
      field('a').setAttribute('aria-errormessage', 'far');
    });
    expect(lines).toEqual(['No spaces', 'At least 20 characters']);
  });

  it('hold nothing that was there before, and never the password, whole or in part', () => {
    signUp();
    expect(linesAfter(() => {})).toEqual([]);
    const padding = 'x'.repeat(290);
    const lines = linesAfter(() => field('a').insertAdjacentHTML('afterend', `${padding}${PASSWORD} is bad`));
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toContain(PASSWORD.slice(0, 4));
  });

  it('are reported with an invalid field and with no other problem', async () => {
    signUp();
    const { fill } = frameUnderTest();
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
