import { describe, expect, it } from 'vitest';
import type { FillProblem } from '../../../lib/content/fill/verify-field.ts';
import { describeOutcome } from '../../../lib/i18n/describe-outcome.ts';
import { type FillOutcome, isFilled } from '../../../lib/messaging/fill-outcome.ts';
import { text } from '../../support/locale.ts';

const changed = (...problems: FillProblem[]) => describeOutcome({ code: 'changed', problems });

describe('a fill that the page did not keep', () => {
  it.each<[FillProblem, string]>([
    [{ kind: 'removed' }, text('fill_removed')],
    [{ kind: 'cleared' }, text('fill_cleared')],
    [{ kind: 'reverted' }, text('fill_reverted')],
    [{ kind: 'truncated', to: 8 }, text('fill_truncated', 8)],
    [{ kind: 'mismatch' }, text('fill_mismatch')],
    [{ kind: 'invalid', reason: 'too_short', atLeast: 12 }, text('fill_invalid_short', 12)],
    [{ kind: 'invalid', reason: 'too_long' }, text('fill_invalid_long')],
    [{ kind: 'invalid', reason: 'pattern' }, text('fill_invalid_pattern')],
    [{ kind: 'invalid', reason: 'page' }, text('fill_invalid_page')],
  ])('is described with its cause: %o', (problem, sentence) => {
    expect(changed(problem)).toBe(sentence);
  });

  it('is described by its worst problem', () => {
    const worst = changed({ kind: 'truncated', to: 8 });
    expect(changed({ kind: 'invalid', reason: 'page' }, { kind: 'truncated', to: 8 })).toBe(worst);
  });

  it.each<[FillOutcome, string]>([
    [{ code: 'changed', problems: [{ kind: 'mismatch' }] }, text('fill_mismatch')],
    [{ code: 'undone' }, text('fill_undone')],
    [{ code: 'foreign_frame', host: 'accounts.example' }, text('fill_foreign_frame', 'accounts.example')],
  ])('does not count as filled: %o', (outcome, sentence) => {
    expect(isFilled(outcome)).toBe(false);
    expect(describeOutcome(outcome)).toBe(sentence);
  });
});
