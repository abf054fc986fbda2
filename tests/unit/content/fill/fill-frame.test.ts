// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { field, frameUnderTest, PASSWORD, signUp } from '../../../support/fill-frame.ts';

const { survey, fill } = frameUnderTest();
const values = () => [...document.querySelectorAll('input')].map(({ value }) => value);

beforeEach(() => signUp());

describe('a frame', () => {
  it('is surveyed without a change to the page', () => {
    signUp('maxlength="18"');
    expect(survey()).toMatchObject({ origin: location.origin, fields: 2, hints: { maxLength: 18 } });
    expect(field('a').value).toBe('');
  });

  it('is filled only in the new-password fields', async () => {
    expect(await fill()).toEqual({ outcome: 'filled', fields: 2 });
    expect(values()).toEqual(['me@example.com', PASSWORD, PASSWORD, '']);
  });

  it.each([{ origin: 'https://elsewhere.example' }, { visit: 'another document' }])(
    'is not filled if it is not the surveyed document: %o',
    async (over) => {
      expect(await fill(over)).toEqual({ outcome: 'moved' });
      expect(field('a').value).toBe('');
    },
  );

  it('is not filled where no field is left', async () => {
    document.body.textContent = 'Thank you';
    expect(await fill()).toEqual({ outcome: 'no_field' });
  });

  it('lets a framework render between two fields', async () => {
    const rendered: string[] = [];
    for (const id of ['a', 'b']) {
      field(id).addEventListener('input', () => queueMicrotask(() => rendered.push(`render ${id}`)));
      field(id).addEventListener('focus', () => rendered.push(`focus ${id}`));
    }
    await fill();
    expect(rendered).toEqual(['focus a', 'render a', 'focus b', 'render b']);
  });

  it('is not filled in a field that the page disables in between', async () => {
    field('a').addEventListener('change', () => {
      field('b').disabled = true;
    });
    await fill();
    expect(values()).toEqual(['me@example.com', PASSWORD, '', '']);
  });
});

describe('fields that are rendered again during a fill', () => {
  /** Replaces the form with a copy, as frameworks do when they render it again. */
  const renderAgain = () => {
    const form = document.querySelector('form');
    const copy = form?.cloneNode(true) as HTMLFormElement;
    for (const input of copy.querySelectorAll<HTMLInputElement>('[type=password]')) input.value = '';
    form?.replaceWith(copy);
    return copy;
  };

  it('are found again and filled', async () => {
    field('a').addEventListener('change', renderAgain, { once: true });
    expect(await fill()).toEqual({ outcome: 'filled', fields: 2 });
    expect(values()).toEqual(['me@example.com', PASSWORD, PASSWORD, '']);
  });

  it('are left alone if the framework has copied the value', async () => {
    const inputs: string[] = [];
    document.addEventListener('input', ({ target }) => inputs.push((target as Element).id), { once: true });
    field('b').addEventListener('change', () => {
      for (const input of renderAgain().querySelectorAll<HTMLInputElement>('[type=password]'))
        input.value = PASSWORD;
    });
    expect(await fill()).toEqual({ outcome: 'filled', fields: 2 });
    expect(inputs).toEqual(['a']);
  });

  it('are filled if they appear only after the password', async () => {
    field('b').remove();
    field('a').addEventListener('change', () => {
      field('a').insertAdjacentHTML('afterend', '<input id="c" type="password" autocomplete="new-password">');
    });
    expect(await fill()).toEqual({ outcome: 'filled', fields: 2 });
    expect(field('c').value).toBe(PASSWORD);
  });

  it('are not filled without end', async () => {
    let made = 0;
    const again = () => {
      made++;
      queueMicrotask(() => {
        for (const input of renderAgain().querySelectorAll('[type=password]'))
          input.addEventListener('input', again);
      });
    };
    field('a').addEventListener('input', again);
    expect(await fill()).toMatchObject({ outcome: 'changed', problems: [{ kind: 'removed' }] });
    expect(made).toBeLessThan(10);
  });

  it('are not filled if they belong to another form', async () => {
    field('b').addEventListener('change', () => {
      document.body.innerHTML = `<form><input id="c" type="password" autocomplete="new-password"></form>`;
    });
    expect(await fill()).toEqual({ outcome: 'changed', fields: 0, problems: [{ kind: 'removed' }] });
    expect(field('c').value).toBe('');
  });

  it('are recognized by their names if one of them was the target element', async () => {
    document.body.innerHTML = `<form><input id="old" name="old" type="password" autocomplete="current-password"></form>`;
    field('old').addEventListener('focus', renderAgain, { once: true });
    expect(await fill({ targetElement: field('old') })).toEqual({ outcome: 'filled', fields: 1 });
    expect(field('old').value).toBe(PASSWORD);
  });
});
