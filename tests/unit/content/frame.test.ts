// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { fillFrame, surveyFrame } from '../../../lib/content/frame.ts';

const PASSWORD = 'Correct-horse-9';
const fill = (origin = location.origin) => fillFrame(document, { password: PASSWORD, origin }, null);
const field = (id: string) => document.getElementById(id) as HTMLInputElement;

beforeEach(() => {
  document.body.innerHTML = `<form><input id="mail" type="email" value="me@example.com">
    <input id="a" type="password" autocomplete="new-password" maxlength="20">
    <input id="b" type="password" autocomplete="new-password" maxlength="18"><input id="q" type="search"></form>`;
});

describe('a frame', () => {
  it('says what it offers without changing anything', () => {
    expect(surveyFrame(document, null)).toMatchObject({ origin: location.origin, fields: 2, maxLength: 18 });
    expect(field('a').value).toBe('');
  });

  it('is filled, and only where the password belongs', async () => {
    expect(await fill()).toEqual({ outcome: 'filled', fields: 2 });
    const values = [...document.querySelectorAll('input')].map(({ value }) => value);
    expect(values).toEqual(['me@example.com', PASSWORD, PASSWORD, '']);
  });

  it('tells the page by focus, input, change and blur, in that order', async () => {
    const events: string[] = [];
    for (const type of ['focus', 'input', 'change', 'blur'])
      field('a').addEventListener(type, () => events.push(type));
    await fill();
    expect(events).toEqual(['focus', 'input', 'change', 'blur']);
  });

  it('leaves the focus where it was', async () => {
    field('mail').focus();
    await fill();
    expect(document.activeElement).toBe(field('mail'));
  });

  it('writes through the native setter where a framework replaced the property on the element', async () => {
    const seen: string[] = [];
    Object.defineProperty(field('a'), 'value', {
      set: (value: string) => seen.push(value),
      get: () => PASSWORD,
    });
    await fill();
    expect(seen).toEqual([]);
  });

  it('says so when the page changes the value, however late in the frame', async () => {
    field('b').addEventListener('input', () =>
      queueMicrotask(() => {
        field('b').value = 'short';
      }),
    );
    expect(await fill()).toEqual({ outcome: 'changed', fields: 2 });
  });

  it('says so when the page takes the field away', async () => {
    field('b').addEventListener('change', () => field('b').remove());
    expect(await fill()).toMatchObject({ outcome: 'changed' });
  });

  it('gives nothing to another origin than the surveyed one', async () => {
    expect(await fill('https://elsewhere.example')).toEqual({ outcome: 'moved' });
    expect(field('a').value).toBe('');
  });

  it('gives nothing where no field is left', async () => {
    document.body.textContent = 'Thank you';
    expect(await fill()).toEqual({ outcome: 'no_field' });
  });
});
