import type { FrameContext } from '../dom/frame-context.ts';
import { elementsBelow } from '../dom/native.ts';
import type { ShadowAccess } from '../dom/shadow-dom.ts';
import { textBelow } from '../dom/text.ts';
import { normalizeText } from '../vocabulary/normalize.ts';
import { topicsOf } from '../vocabulary/topics.ts';
import { groupsOf } from './groups.ts';
import { outlineOf } from './outline.ts';
import { type Candidate, candidatesOf, type PageTopics, type Signal } from './signals.ts';
import { BIAS, WEIGHTS } from './weights.ts';

/** A candidate with the logarithm of the odds that it takes a new password: above 0 it does. */
export interface ScoredField extends Candidate {
  readonly score: number;
}

/** The judged candidates of one group, in reading order. */
export interface ScoredGroup {
  readonly scope: Element;
  readonly candidates: readonly ScoredField[];
}

/** Judges every field of the page that a password could go into, that of the group around `near` in any case. */
export function scorePage(
  { document, ...reach }: Pick<FrameContext, 'document'> & ShadowAccess,
  near: Element | null = null,
): ScoredGroup[] {
  const page = pageTopics(document);
  return groupsOf(outlineOf(document, reach), near).map((group) => ({
    scope: group.scope,
    candidates: candidatesOf(group, page).map((one) => ({ ...one, score: scoreOf(one.signals) })),
  }));
}

/** The sum of the learnt weights of the signals. */
function scoreOf(signals: ReadonlySet<Signal>): number {
  let score = BIAS;
  for (const signal of signals) score += weightOf(signal);
  return score / 10;
}

/** What a signal adds, in tenths; 0 for one that nothing was learnt of. */
export function weightOf(signal: Signal): number {
  const at = signal.indexOf(':');
  return WEIGHTS[signal.slice(0, at)]?.[signal.slice(at + 1)] ?? 0;
}

function pageTopics(document: Document): PageTopics {
  const { pathname, search, hash } = globalThis.location;
  const [title] = elementsBelow(document, 'title');
  return {
    title: topicsOf(normalizeText(title ? textBelow(title) : '')),
    url: topicsOf(normalizeText(`${pathname} ${hash} ${search}`)),
  };
}
