import { elementsBelow } from '../dom/native.ts';
import { textBelow } from '../dom/text.ts';
import { topicsOf } from '../vocabulary/find-topics.ts';
import { normalizeText } from '../vocabulary/normalize.ts';
import { groupsOf } from './groups.ts';
import type { PageSnapshot } from './page-snapshot.ts';
import { type Candidate, candidatesOf, type PageTopics, type Signal } from './signals.ts';
import { BIAS, WEIGHTS } from './weights.ts';

/** A candidate with its score. */
export interface ScoredField extends Candidate {
  /** The logarithm of the odds that the field takes a new password. It does where this is above 0. */
  readonly score: number;
}

/** A group with its scored candidates in reading order. */
export interface ScoredGroup {
  readonly scope: Element;
  readonly candidates: readonly ScoredField[];
}

/**
 * Scores the candidates of a page, group by group. The group around `near` is scored however many there are.
 */
export function scorePage(page: PageSnapshot, near: Element | null = null): ScoredGroup[] {
  const topics = pageTopics(page);
  return groupsOf(page, near).map((group) => ({
    scope: group.scope,
    candidates: candidatesOf(page, group, topics).map((one) => ({ ...one, score: scoreOf(one.signals) })),
  }));
}

/** Sums the learnt weights of the signals. */
function scoreOf(signals: ReadonlySet<Signal>): number {
  let score = BIAS;
  for (const signal of signals) score += weightOf(signal);
  return score / 10;
}

/** Returns the weight of a signal, in tenths of log odds; 0 if none was learnt. */
export function weightOf(signal: Signal): number {
  const at = signal.indexOf(':');
  return WEIGHTS[signal.slice(0, at)]?.[signal.slice(at + 1)] ?? 0;
}

function pageTopics({ document }: PageSnapshot): PageTopics {
  const { pathname, search, hash } = globalThis.location;
  const [title] = elementsBelow(document, 'title');
  return {
    title: topicsOf(normalizeText(title ? textBelow(title) : '')),
    url: topicsOf(normalizeText(`${pathname} ${hash} ${search}`)),
  };
}
