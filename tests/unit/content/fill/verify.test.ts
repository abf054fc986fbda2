// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { field, frameUnderTest, PASSWORD, signUp } from '../../../support/fill-frame.ts';

const { fill } = frameUnderTest();
/** Has the page do something to the first password field, in its own time. */
const whenFilled = (react: (field: HTMLInputElement) => void) =>
  field('a').addEventListener('input', () => queueMicrotask(() => react(field('a'))));

beforeEach(() => signUp('value="old"'));

describe('reading back', () => {
  it.each([
    ['truncated', { kind: 'truncated', to: 8 }, PASSWORD.slice(0, 8)],
    ['cleared', { kind: 'cleared' }, ''],
    ['reverted', { kind: 'reverted' }, 'old'],
    ['mismatch', { kind: 'mismatch' }, 'something'],
  ])('says %s', async (_, problem, value) => {
    whenFilled((input) => {
      input.value = value;
    });
    expect(await fill()).toEqual({ outcome: 'changed', fields: 2, problems: [problem] });
  });

  it('says removed where nothing takes the place', async () => {
    whenFilled((input) => input.remove());
    expect(await fill()).toEqual({ outcome: 'changed', fields: 1, problems: [{ kind: 'removed' }] });
  });

  it('waits for second thoughts', async () => {
    field('b').addEventListener('change', () =>
      setTimeout(() => {
        field('b').value = '';
      }, 100),
    );
    expect(await fill()).toMatchObject({ outcome: 'changed', problems: [{ kind: 'cleared' }] });
  });

  it.each([
    ['minlength="20"', { kind: 'invalid', reason: 'too_short', atLeast: 20 }],
    ['maxlength="10"', { kind: 'invalid', reason: 'too_long' }],
    ['pattern="[0-9]+"', { kind: 'invalid', reason: 'pattern' }],
  ])('says why a field with %s is not valid', async (attributes, problem) => {
    signUp(attributes);
    expect(await fill()).toEqual({ outcome: 'changed', fields: 2, problems: [problem], errors: [] });
    expect(field('a').value).toBe(PASSWORD);
  });

  it.each([
    (input: HTMLInputElement) => input.setCustomValidity(`${input.value} is a bad password`),
    (input: HTMLInputElement) => input.setAttribute('aria-invalid', 'true'),
  ])('says that the page finds it not valid, and never repeats the password', async (react) => {
    whenFilled(react);
    const reply = await fill();
    expect(reply).toMatchObject({ outcome: 'changed', problems: [{ kind: 'invalid', reason: 'page' }] });
    expect(JSON.stringify(reply)).not.toContain(PASSWORD);
  });

  it('does not blame the password for a mark that was there before', async () => {
    field('a').setAttribute('aria-invalid', 'true');
    expect(await fill()).toEqual({ outcome: 'filled', fields: 2 });
  });
});
