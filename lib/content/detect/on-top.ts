import { spansOf, viewportOf } from '../dom/boxes.ts';
import { lineUp, matches } from '../dom/native.ts';
import { hides, isFixed, isTurnedAway, stackOver } from '../dom/page-cover.ts';
import { overlap, type Span } from '../dom/spans.ts';
import { isWritable } from '../dom/visibility.ts';
import { isWithin } from './groups.ts';
import type { PageSnapshot } from './page-snapshot.ts';
import type { ScoredGroup } from './score.ts';

/** Elements that a page opens over itself. */
const OPEN_DIALOG = ':modal, :popover-open, [aria-modal=true]';

/**
 * Leaves out likely groups that lie behind another panel, those in no open dialog if others, even of a login,
 * are in one, and those whose fields are all closed if others have open ones. The group around `near` needs
 * neither.
 */
export function groupsOnTop(
  page: PageSnapshot,
  groups: readonly ScoredGroup[],
  near: Element | null,
): readonly ScoredGroup[] {
  const likely = (group: ScoredGroup) => likelyFields(group).length > 0;
  const prefer = (
    from: readonly ScoredGroup[],
    isBetter: (field: HTMLInputElement) => boolean,
    of = fieldsIn,
  ) => {
    const better = from.filter((group) => of(group).some(isBetter));
    if (better.length === 0) return from;
    return from.filter(
      (group) => better.includes(group) || !likely(group) || (near && isWithin(group.scope, near)),
    );
  };
  const uncovered = groups.filter((group) => !likely(group) || !isCovered(page, group));
  return prefer(
    prefer(uncovered, (field) => lineUp(field).some((up) => matches(up, OPEN_DIALOG))),
    isWritable,
    likelyFields,
  );
}

const fieldsIn = ({ candidates }: ScoredGroup): HTMLInputElement[] => candidates.map(({ field }) => field);
const likelyFields = ({ candidates }: ScoredGroup): HTMLInputElement[] =>
  candidates.filter(({ score }) => score > 0).map(({ field }) => field);

/**
 * Whether another panel lies over the group, as the front of a card lies over its back. What stays in place
 * when the page is scrolled, such as a header, does not count, nor does what lies in the form itself.
 */
function isCovered(page: PageSnapshot, group: ScoredGroup): boolean {
  const [field] = likelyFields(group) as [HTMLInputElement];
  const viewport = viewportOf(page.document);
  const area = spansOf(group.scope).map((span, axis) => overlap(span, viewport[axis] as Span));
  const line = lineUp(field);
  const hidesGroup = (element: Element) =>
    !isWithin(group.scope, element) && hides(element, area) && !isFixed(element, line);
  return isTurnedAway(page, field) || stackOver(page, spansOf(field), field).some(hidesGroup);
}
