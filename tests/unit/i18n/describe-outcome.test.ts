import { describe, expect, it } from 'vitest';
import type { FillProblem } from '../../../lib/content/fill/verify.ts';
import { describeOutcome } from '../../../lib/i18n/describe-outcome.ts';
import { type FillOutcome, isFilled } from '../../../lib/messaging/fill-outcome.ts';

const changed = (...problems: FillProblem[]) => describeOutcome({ code: 'changed', problems });

describe('a fill that the page did not keep', () => {
  it.each<[FillProblem, string]>([
    [{ kind: 'removed' }, 'took a field away'],
    [{ kind: 'cleared' }, 'emptied a field'],
    [{ kind: 'reverted' }, 'put back what a field held before'],
    [{ kind: 'truncated', to: 8 }, 'cut the password to 8 characters. Make one of at most 8'],
    [{ kind: 'mismatch' }, 'changed the password after it was filled'],
    [{ kind: 'invalid', reason: 'too_short', atLeast: 12 }, 'wants at least 12 characters'],
    [{ kind: 'invalid', reason: 'too_long' }, 'too long for the page'],
    [{ kind: 'invalid', reason: 'pattern' }, 'does not have the form that the page asks for'],
    [{ kind: 'invalid', reason: 'page' }, 'marks a field as not valid'],
  ])('is described with its reason and where the password is: %o', (problem, words) => {
    const sentence = changed(problem);
    expect(sentence).toContain(words);
    expect(sentence).toContain('still in the popup');
  });

  it('is described by its worst problem', () => {
    const worst = changed({ kind: 'truncated', to: 8 });
    expect(changed({ kind: 'invalid', reason: 'page' }, { kind: 'truncated', to: 8 })).toBe(worst);
  });

  it.each<FillOutcome>([
    { code: 'changed', problems: [{ kind: 'mismatch' }] },
    { code: 'undone' },
    { code: 'foreign_frame', host: 'accounts.example' },
  ])('does not count as filled: %o', (outcome) => {
    expect(isFilled(outcome)).toBe(false);
    expect(describeOutcome(outcome)).toMatch(/popup/);
  });
});
