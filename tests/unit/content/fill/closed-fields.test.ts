// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { field, frameUnderTest, PASSWORD, signUp } from '../../../support/fill-frame.ts';

const { survey, fill, undo } = frameUnderTest();
const values = () => [field('a').value, field('b').value];

/** Renders a form whose second field asks for the password again. */
function withConfirm(attributes = ''): void {
  signUp();
  field('b').placeholder = 'Confirm password';
  if (attributes) field('b').setAttribute(attributes, '');
}

const opensOnFocus = (id: string) =>
  field(id).addEventListener('focus', () => {
    field(id).readOnly = false;
  });

beforeEach(() => withConfirm());

describe('a field that is read-only until it has the focus', () => {
  beforeEach(() => {
    for (const id of ['a', 'b']) field(id).readOnly = true;
  });

  it('is counted before a fill, and not changed', () => {
    opensOnFocus('a');
    expect(survey().fields).toBe(2);
    expect(field('a').readOnly).toBe(true);
  });

  it('is filled, and the focus is restored', async () => {
    for (const id of ['a', 'b']) opensOnFocus(id);
    field('mail').focus();
    expect(await fill()).toEqual({ outcome: 'filled', fields: 2 });
    expect(values()).toEqual([PASSWORD, PASSWORD]);
    expect(document.activeElement).toBe(field('mail'));
  });

  it('is filled and emptied again by an undo, though it closes without the focus', async () => {
    for (const id of ['a', 'b']) {
      opensOnFocus(id);
      field(id).addEventListener('blur', () => {
        field(id).readOnly = true;
      });
    }
    expect(await fill()).toEqual({ outcome: 'filled', fields: 2 });
    expect(await undo()).toMatchObject({ restored: 2, left: 0 });
    expect(values()).toEqual(['', '']);
  });

  it('gets nothing if it stays so', async () => {
    expect(await fill()).toEqual({ outcome: 'no_field' });
    expect(values()).toEqual(['', '']);
  });

  it('leaves its confirm field empty if it stays so', async () => {
    field('b').readOnly = false;
    expect(await fill()).toEqual({ outcome: 'no_field' });
    expect(values()).toEqual(['', '']);
  });
});

describe('a confirm field', () => {
  const later = (ms: number, act: () => void) =>
    field('a').addEventListener('change', () => setTimeout(act, ms));

  it.each([
    ['disabled', () => field('b').removeAttribute('disabled')],
    ['readonly', () => field('b').removeAttribute('readonly')],
    ['hidden', () => field('b').removeAttribute('hidden')],
  ])('that is %s until some time after the password is awaited and filled', async (attribute, open) => {
    withConfirm(attribute);
    later(400, open);
    expect(await fill()).toEqual({ outcome: 'filled', fields: 2 });
    expect(values()).toEqual([PASSWORD, PASSWORD]);
  });

  it('that stays disabled is reported', async () => {
    withConfirm('disabled');
    const problems = [{ kind: 'confirm_empty' }];
    expect(await fill()).toEqual({ outcome: 'changed', fields: 1, problems });
    expect(values()).toEqual([PASSWORD, '']);
  });

  it('that stays hidden is not', async () => {
    withConfirm('hidden');
    expect(await fill()).toEqual({ outcome: 'filled', fields: 1 });
  });

  it('that the page itself fills is not', async () => {
    withConfirm('disabled');
    later(100, () => {
      field('b').value = field('a').value;
    });
    expect(await fill()).toEqual({ outcome: 'filled', fields: 1 });
  });

  it('is not awaited on a page without one', async () => {
    document.body.innerHTML =
      '<form><input id="a" type="password" autocomplete="new-password"><input type="password" hidden></form>';
    const started = performance.now();
    expect(await fill()).toEqual({ outcome: 'filled', fields: 1 });
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
