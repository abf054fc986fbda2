import type { FillProblem } from '../content/fill/verify-field.ts';
import type { FilledOutcome, FillOutcome } from '../messaging/fill-outcome.ts';
import { describeNotes, describeWeakness } from './describe-adjustments.ts';
import { describeApiProblem } from './describe-api-problem.ts';
import { describeGeneratorError } from './describe-generator-error.ts';
import { describeBound } from './describe-rule.ts';
import { type MessageKey, message } from './message.ts';
import { plural } from './plural.ts';

const SENTENCES = {
  undone: 'fill_undone',
  moved: 'fill_moved',
  no_field: 'fill_no_field',
  unlikely_form: 'fill_unlikely_form',
  unclear_fields: 'fill_unclear_fields',
  no_access: 'fill_no_access',
  policy_blocked: 'fill_policy_blocked',
  local_file: 'fill_local_file',
  opaque_frame: 'fill_opaque_frame',
  not_saved: 'fill_not_saved',
  failed: 'fill_failed',
} as const satisfies Record<string, MessageKey>;

/** The outcome of a fill, if it failed what to do, and the server that generated the password, if any. */
export function describeOutcome(outcome: FillOutcome): string {
  const ending = describeEnding(outcome);
  const { madeBy } = outcome as { readonly madeBy?: string };
  return madeBy ? `${ending} ${message('fill_made_by', madeBy)}` : ending;
}

function describeEnding(outcome: FillOutcome): string {
  switch (outcome.code) {
    case 'filled':
      return describeFilled(outcome);
    case 'changed':
      return describeWorstProblem(outcome.problems);
    case 'foreign_frame':
      return message('fill_foreign_frame', outcome.host);
    case 'too_long':
      return plural('fill_too_long', outcome.maxLength);
    case 'impossible':
      return describeGeneratorError(outcome.error);
    case 'pin_refused':
      return message('fill_pin_refused', describeBound(outcome.bound));
    case 'api_failed':
      return message('fill_api_failed', describeApiProblem(outcome.failure.problem, outcome.failure.host));
    default:
      return message(SENTENCES[outcome.code]);
  }
}

function describeFilled({ fields, site, weak, insteadOf }: FilledOutcome): string {
  const count = plural('fill_filled', fields);
  const filled = site
    ? [count, ...describeNotes(site), describeWeakness(site, weak)].join(' ').trim()
    : count;
  if (!insteadOf) return filled;
  return message('fill_instead', filled, describeApiProblem(insteadOf.problem, insteadOf.host));
}

/** The worst first. Only one of several problems is shown, because its remedy solves the others too. */
const SEVERITY: readonly FillProblem['kind'][] = [
  'field_changed',
  'removed',
  'cleared',
  'reverted',
  'truncated',
  'mismatch',
  'confirm_empty',
  'invalid',
];

/** The message for the worst problem; there is at least one. */
function describeWorstProblem(problems: readonly FillProblem[]): string {
  const rank = ({ kind }: FillProblem) => SEVERITY.indexOf(kind);
  const worst = problems.toSorted((a, b) => rank(a) - rank(b))[0];
  return worst ? describeProblem(worst) : message('fill_mismatch');
}

function describeProblem(problem: FillProblem): string {
  switch (problem.kind) {
    case 'field_changed':
      return message('fill_field_changed');
    case 'removed':
      return message('fill_removed');
    case 'cleared':
      return message('fill_cleared');
    case 'reverted':
      return message('fill_reverted');
    case 'truncated':
      return plural('fill_truncated', problem.to);
    case 'mismatch':
      return message('fill_mismatch');
    case 'confirm_empty':
      return message('fill_confirm_empty');
    case 'invalid':
      return describeInvalid(problem);
  }
}

function describeInvalid({ reason, atLeast = 0 }: Extract<FillProblem, { kind: 'invalid' }>): string {
  if (reason === 'too_short') return plural('fill_invalid_short', atLeast);
  if (reason === 'too_long') return message('fill_invalid_long');
  return message(reason === 'pattern' ? 'fill_invalid_pattern' : 'fill_invalid_page');
}
