import { closest, matches, viewOf } from '../dom/native.ts';
import { fills, lineUp, paints, stackOver } from '../dom/page-cover.ts';
import { lengthOf, overlap, type Span } from '../dom/spans.ts';
import { isWritable } from '../dom/visibility.ts';
import { isWithin } from './groups.ts';
import type { PageSnapshot } from './page-snapshot.ts';
import type { ScoredGroup } from './score.ts';

/** Elements that a page opens over itself. */
const OPEN_DIALOG = ':modal, :popover-open, [aria-modal=true]';

/**
 * Leaves out likely groups that lie behind something that covers all of them. Likely groups in an open dialog
 * leave only the one around `near` beside them.
 */
export function groupsOnTop(
  page: PageSnapshot,
  groups: readonly ScoredGroup[],
  near: Element | null,
): readonly ScoredGroup[] {
  const uncovered = groups.filter((group) => !firstLikely(group) || !isCovered(page, group));
  const onTop = preferOpen(uncovered, near);
  const inDialogs = onTop.filter((group) => {
    const field = firstLikely(group);
    return field && lineUp(page.sight, field).some((up) => matches(up, OPEN_DIALOG));
  });
  if (inDialogs.length === 0) return onTop;
  return onTop.filter((group) => inDialogs.includes(group) || (near && isWithin(group.scope, near)));
}

/** Leaves out groups whose fields are closed, unless no other is likely or they are around `near`. */
function preferOpen(groups: readonly ScoredGroup[], near: Element | null): readonly ScoredGroup[] {
  const isOpen = ({ candidates }: ScoredGroup) =>
    candidates.some(({ field, score }) => score > 0 && isWritable(field));
  if (!groups.some(isOpen)) return groups;
  return groups.filter(
    (group) => isOpen(group) || !firstLikely(group) || (near && isWithin(group.scope, near)),
  );
}

const firstLikely = ({ candidates }: ScoredGroup) => candidates.find(({ score }) => score > 0)?.field;

/**
 * Whether another panel lies over the group, as the front of a card lies over its back. What stays in place
 * when the page is scrolled, such as a header, does not count, nor does a label or an eye over its own field.
 */
function isCovered(page: PageSnapshot, group: ScoredGroup): boolean {
  const { sight, document } = page;
  const { scope } = group;
  const field = firstLikely(group) as HTMLInputElement;
  const shown = sight.shownParts(field);
  if (shown.some((part) => lengthOf(part) <= 0)) return false;
  const { innerWidth = 0, innerHeight = 0 } = viewOf(document) ?? {};
  const [x, y] = sight.spansOf(scope) as [Span, Span];
  const area = [overlap(x, [0, innerWidth]), overlap(y, [0, innerHeight])];
  const line = lineUp(sight, field);
  return stackOver(page, shown, line).some((element) => {
    const isOwn = isWithin(scope, element) || closest(element, 'label');
    if (isOwn || !fills(element, area) || !paints(element)) return false;
    const apart = lineUp(sight, element).filter((up) => !line.includes(up));
    return !sight.isFaint(element) && !apart.some((up) => /fixed|sticky/.test(getComputedStyle(up).position));
  });
}
