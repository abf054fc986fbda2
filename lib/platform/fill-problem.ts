import { message } from './i18n.ts';

/** What was wrong with a field after it was filled, as the frame reports it. */
export type FillProblem =
  | { readonly kind: 'removed' | 'cleared' | 'reverted' | 'mismatch' }
  /** The first `to` UTF-16 units were kept. */
  | { readonly kind: 'truncated'; readonly to: number }
  | {
      readonly kind: 'invalid';
      readonly reason: 'too_short' | 'too_long' | 'pattern' | 'page';
      readonly atLeast?: number;
    };

/** The worst first: of several problems one is told, and what helps against it helps against the rest. */
const GRAVITY: readonly FillProblem['kind'][] = [
  'removed',
  'cleared',
  'reverted',
  'truncated',
  'mismatch',
  'invalid',
];

/** One sentence on the worst of `problems`, which are at least one. */
export function describeProblems(problems: readonly FillProblem[]): string {
  const rank = ({ kind }: FillProblem) => GRAVITY.indexOf(kind);
  const worst = problems.toSorted((a, b) => rank(a) - rank(b))[0];
  return worst ? describeProblem(worst) : message('fill_mismatch');
}

function describeProblem(problem: FillProblem): string {
  switch (problem.kind) {
    case 'removed':
      return message('fill_removed');
    case 'cleared':
      return message('fill_cleared');
    case 'reverted':
      return message('fill_reverted');
    case 'truncated':
      return message('fill_truncated', String(problem.to));
    case 'mismatch':
      return message('fill_mismatch');
    case 'invalid':
      return describeInvalid(problem);
  }
}

function describeInvalid({ reason, atLeast }: Extract<FillProblem, { kind: 'invalid' }>): string {
  if (reason === 'too_short') return message('fill_invalid_short', String(atLeast));
  if (reason === 'too_long') return message('fill_invalid_long');
  return message(reason === 'pattern' ? 'fill_invalid_pattern' : 'fill_invalid_page');
}
