// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { field, frameUnderTest, PASSWORD, signUp } from '../../../support/fill-frame.ts';

const { fill, survey } = frameUnderTest();
const STOPPED = {
  outcome: 'changed',
  fields: 0,
  problems: expect.arrayContaining([{ kind: 'field_changed' }]),
};

/** What a page does with a field once somebody is about to fill it. */
const TRICKS: Record<string, (target: HTMLInputElement) => void> = {
  'shows its text': (target) => {
    target.type = 'text';
  },
  'makes it another kind of field': (target) => {
    target.type = 'search';
  },
  'moves it into another form': (target) => {
    document.querySelector('#other')?.append(target);
  },
  'moves it out of its form': (target) => document.body.append(target),
  'moves it into another document': (target) => {
    document.querySelector('iframe')?.contentDocument?.body.append(target);
  },
  'hides it': (target) => {
    target.style.display = 'none';
  },
  'moves it off the page': (target) => {
    target.style.left = '-9999px';
  },
  'covers it': (target) => {
    const cover = document.body.appendChild(document.createElement('div'));
    cover.style.background = 'white';
    Document.prototype.elementsFromPoint = () => [cover, target, document.body];
  },
};

beforeEach(() => {
  signUp();
  document.body.insertAdjacentHTML('beforeend', '<form id="other"></form><iframe></iframe>');
});

describe.each(['focus', 'keydown', 'keypress', 'beforeinput'])('a page that at %s', (type) => {
  it.each(Object.entries(TRICKS))('%s gets no password into the field', async (_, trick) => {
    const target = field('a');
    target.addEventListener(type, () => trick(target));
    expect(await fill()).toMatchObject(STOPPED);
    expect(target.value).toBe('');
    expect(document.documentElement.outerHTML + field('b')?.value).not.toContain(PASSWORD);
  });
});

describe('the fill', () => {
  it('stops at the confirm field, and says so', async () => {
    field('b').addEventListener('focus', () => {
      field('b').type = 'text';
    });
    expect(await fill()).toEqual({ outcome: 'changed', fields: 1, problems: [{ kind: 'field_changed' }] });
    expect([field('a').value, field('b').value]).toEqual([PASSWORD, '']);
  });

  it('stops if the page shows the text while the hints are read, after the survey', async () => {
    const { visit } = survey();
    Object.assign(field('a'), { type: 'text', name: 'password' });
    expect(await fill({ visit })).toMatchObject(STOPPED);
    expect(field('a').value).toBe('');
  });

  it('stops if the page moves the field into another form after the survey', async () => {
    const { visit } = survey();
    document.querySelector('#other')?.append(field('a'));
    expect(await fill({ visit, targetElement: field('a') })).toMatchObject(STOPPED);
    expect(field('a').value).toBe('');
  });

  it('goes on in fields whose text was shown by their eye already', async () => {
    for (const id of ['a', 'b']) Object.assign(field(id), { type: 'text', name: 'password' });
    expect(await fill()).toEqual({ outcome: 'filled', fields: 2 });
  });

  it('goes on in a field that becomes a password field with the focus', async () => {
    Object.assign(field('a'), { type: 'text', name: 'password' });
    field('a').addEventListener('focus', () => {
      field('a').type = 'password';
    });
    expect(await fill()).toEqual({ outcome: 'filled', fields: 2 });
  });

  it('goes on under what covered the field before, such as a header that stays', async () => {
    const header = document.body.appendChild(document.createElement('header'));
    header.style.cssText = 'background: white; position: fixed';
    Document.prototype.elementsFromPoint = () => [header, field('a'), field('b'), document.body];
    expect(await fill()).toEqual({ outcome: 'filled', fields: 2 });
  });
});

describe('a right-click', () => {
  it('fills no field with the focus that a person cannot see', async () => {
    document.body.innerHTML = '<form><input id="trap" type="password" style="opacity: 0"></form>';
    field('trap').focus();
    expect(await fill({ targetElement: field('trap') })).toEqual({ outcome: 'no_field' });
    expect(field('trap').value).toBe('');
  });
});
