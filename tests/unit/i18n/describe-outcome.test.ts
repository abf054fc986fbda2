import { describe, expect, it } from 'vitest';
import type { FillProblem } from '../../../lib/content/fill/verify.ts';
import { describeOutcome } from '../../../lib/i18n/describe-outcome.ts';
import { type MessageKey, message } from '../../../lib/i18n/message.ts';
import { type FillOutcome, isFilled } from '../../../lib/messaging/fill-outcome.ts';

const changed = (...problems: FillProblem[]) => describeOutcome({ code: 'changed', problems });

describe('a fill that the page did not keep', () => {
  it.each<[FillProblem, MessageKey, ...string[]]>([
    [{ kind: 'removed' }, 'fill_removed'],
    [{ kind: 'cleared' }, 'fill_cleared'],
    [{ kind: 'reverted' }, 'fill_reverted'],
    [{ kind: 'truncated', to: 8 }, 'fill_truncated', '8'],
    [{ kind: 'mismatch' }, 'fill_mismatch'],
    [{ kind: 'invalid', reason: 'too_short', atLeast: 12 }, 'fill_invalid_short', '12'],
    [{ kind: 'invalid', reason: 'too_long' }, 'fill_invalid_long'],
    [{ kind: 'invalid', reason: 'pattern' }, 'fill_invalid_pattern'],
    [{ kind: 'invalid', reason: 'page' }, 'fill_invalid_page'],
  ])('is described with its reason and where the password is: %o', (problem, key, ...substitutions) => {
    const sentence = changed(problem);
    expect(sentence).toBe(message(key, ...substitutions));
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
