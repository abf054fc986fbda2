// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { field, frameUnderTest, PASSWORD, signUp } from '../../../support/fill-frame.ts';

const { fill } = frameUnderTest();
/** Makes the page react to the fill of the first password field in a microtask. */
const whenFilled = (react: (field: HTMLInputElement) => void) =>
  field('a').addEventListener('input', () => queueMicrotask(() => react(field('a'))));

beforeEach(() => signUp('value="old"'));

describe('verifying a filled field', () => {
  it.each([
    ['truncated', { kind: 'truncated', to: 8 }, PASSWORD.slice(0, 8)],
    ['cleared', { kind: 'cleared' }, ''],
    ['reverted', { kind: 'reverted' }, 'old'],
    ['mismatch', { kind: 'mismatch' }, 'something'],
  ])('reports %s', async (_, problem, value) => {
    whenFilled((input) => {
      input.value = value;
    });
    expect(await fill()).toEqual({ outcome: 'changed', fields: 2, problems: [problem] });
  });

  it('reports a field that is removed and not replaced', async () => {
    whenFilled((input) => input.remove());
    expect(await fill()).toEqual({ outcome: 'changed', fields: 1, problems: [{ kind: 'removed' }] });
  });

  it('waits for a late change of the page', async () => {
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
  ])('reports why a field with %s is invalid', async (attributes, problem) => {
    signUp(attributes);
    expect(await fill()).toEqual({ outcome: 'changed', fields: 2, problems: [problem], errors: [] });
    expect(field('a').value).toBe(PASSWORD);
  });

  it.each([
    (input: HTMLInputElement) => input.setCustomValidity(`${input.value} is a bad password`),
    (input: HTMLInputElement) => input.setAttribute('aria-invalid', 'true'),
  ])('reports that the page marks it as invalid, without the password', async (react) => {
    whenFilled(react);
    const reply = await fill();
    expect(reply).toMatchObject({ outcome: 'changed', problems: [{ kind: 'invalid', reason: 'page' }] });
    expect(JSON.stringify(reply)).not.toContain(PASSWORD);
  });

  it('ignores a mark that was there before', async () => {
    field('a').setAttribute('aria-invalid', 'true');
    expect(await fill()).toEqual({ outcome: 'filled', fields: 2 });
  });
});
