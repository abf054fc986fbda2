import { inherited, memoize } from '../dom/memoize.ts';
import {
  attributeOf,
  contains,
  elementsBelow,
  hostOf,
  isHtml,
  matches,
  parentInTree,
  parentOf,
  rootOf,
} from '../dom/native.ts';
import { textBelow } from '../dom/text.ts';
import { MAX_CANDIDATES, MAX_GROUPS, MAX_LEVELS, MAX_PARTS_AROUND } from '../limits.ts';
import { topicsOf } from '../vocabulary/find-topics.ts';
import { normalizeText } from '../vocabulary/normalize.ts';
import { isCandidate, isTwin } from './candidates.ts';
import { fieldsOf, type Part } from './outline.ts';
import type { PageSnapshot } from './page-snapshot.ts';

/** Fields that are scored together, because they belong to one form or to an element in place of a form. */
export interface Group {
  /** The form, or the smallest element that holds the fields and a button. */
  readonly scope: Element;
  /** The fields that a password could go into, in reading order. */
  readonly candidates: readonly HTMLInputElement[];
  /** The parts of the page inside the scope, in reading order. */
  readonly parts: readonly Part[];
  /** The parts before the scope as far as the last candidate of another group, nearest first. */
  readonly before: readonly Part[];
  /** The parts after the scope as far as the next candidate, nearest first. */
  readonly after: readonly Part[];
}

/**
 * Groups the candidates that a person can get to. Some open only when they have the focus. At most
 * `MAX_GROUPS` groups are returned, and the one around `near` besides.
 */
export function groupsOf(page: PageSnapshot, near: Element | null = null): Group[] {
  const { parts, sight, isInFront } = page;
  const fields = fieldsOf(parts);
  const isReachable = (field: HTMLInputElement) => sight(field) && isInFront(field);
  const candidates = fields.filter((field, place) => {
    if (!isCandidate(page, field) || !isReachable(field)) return false;
    return ![fields[place - 1], fields[place + 1]].some(
      (beside) => beside && isTwin(page, field, beside) && isReachable(beside),
    );
  });
  const places = new Map(parts.map(({ element }, place) => [element as Element, place]));
  const outline = { parts, places, candidates: new Set<Element>(candidates) };
  return [...byScope(candidates)]
    .filter(([scope], place) => place < MAX_GROUPS || (near && isWithin(scope, near)))
    .map(([scope, fields]) => groupOf(scope, fields.slice(0, MAX_CANDIDATES), outline));
}

function byScope(fields: readonly HTMLInputElement[]): Map<Element, HTMLInputElement[]> {
  const scopeOf = scopeFinder();
  const found = fields.map((field) => [field, scopeOf(field)] as const);
  const outermost = outermostFinder(new Set(found.map(([, scope]) => scope)));
  const groups = new Map<Element, HTMLInputElement[]>();
  for (const [field, inner] of found) {
    const scope = isHtml(inner, 'form') ? inner : (outermost(inner) ?? inner);
    const beside = groups.get(scope);
    if (beside) beside.push(field);
    else groups.set(scope, [field]);
  }
  return groups;
}

/**
 * Returns a function that finds the outermost of `scopes` around a scope, because nested scopes are one
 * group.
 */
function outermostFinder(scopes: ReadonlySet<Element>): (scope: Element) => Element | null {
  return inherited<Element | null>(
    parentOf,
    null,
    (element, outer) => outer ?? (scopes.has(element) ? element : null),
  );
}

/** Returns a function that finds the form of a field, or the element in place of one. */
function scopeFinder(): (field: HTMLInputElement) => Element {
  const holdersIn = memoize(buttonHolders);
  const isPageWide = memoize((form: Element) => elementsBelow(form, 'a').length > MAX_LINKS);
  const isScope = (element: Element) =>
    matches(element, SCOPES) || holdersIn(rootOf(element) as Document | ShadowRoot).has(element);
  return (field) => {
    const { form } = field;
    let scope = (form && !isPageWide(form) ? form : parentOf(field)) ?? field;
    for (let steps = MAX_LEVELS; steps > 0 && !isScope(scope); steps--) scope = parentOf(scope) ?? scope;
    return scope;
  };
}

/** A form with more links is the whole page with its menus, which some frameworks wrap in one form. */
const MAX_LINKS = 25;

const SCOPES = 'form, dialog, [role=form], [role=dialog], body';
const BUTTONS =
  'button, input[type=submit], input[type=button], [role=button], a[class*=btn i], a[class*=button i]';

/** Collects the elements of one tree that hold a button with a caption. */
function buttonHolders(root: Document | ShadowRoot): Set<Element> {
  const holders = new Set<Element>();
  for (const button of elementsBelow(root, BUTTONS)) {
    let up = parentInTree(button);
    if (!up || holders.has(up) || !hasCaption(button)) continue;
    for (; up && !holders.has(up); up = parentInTree(up)) holders.add(up);
  }
  return holders;
}

/** Whether a button has a caption, unlike the eye beside a field that shows what is typed. */
function hasCaption(button: Element): boolean {
  const caption = (attributeOf(button, 'value') || textBelow(button, 40)).trim();
  return caption.length > 2 && !topicsOf(normalizeText(caption)).has('show');
}

/** The parts of the page with what is looked up in them for each group. */
interface Outline {
  readonly parts: readonly Part[];
  readonly places: ReadonlyMap<Element, number>;
  readonly candidates: ReadonlySet<Element>;
}

function groupOf(
  scope: Element,
  fields: readonly HTMLInputElement[],
  { parts, places, candidates }: Outline,
): Group {
  let first = places.get(fields[0] as Element) ?? 0;
  let last = places.get(fields.at(-1) as Element) ?? first;
  const isInside = (part: Part | undefined) => part !== undefined && isWithin(scope, part.element);
  while (isInside(parts[first - 1])) first--;
  while (isInside(parts[last + 1])) last++;
  const untilCandidate = (around: readonly Part[]) => {
    const end = around.findIndex(({ element }) => candidates.has(element));
    return end < 0 ? around : around.slice(0, end);
  };
  return {
    scope,
    candidates: fields,
    parts: parts.slice(first, last + 1),
    before: untilCandidate(parts.slice(Math.max(0, first - MAX_PARTS_AROUND), first).reverse()),
    after: untilCandidate(parts.slice(last + 1, last + 1 + MAX_PARTS_AROUND)),
  };
}

/** Whether `element` lies in `scope`, also in a shadow root there, or is a field of the form `scope`. */
export function isWithin(scope: Element, element: Element): boolean {
  for (let up: Element | null = element; up; up = hostOf(up)) if (contains(scope, up)) return true;
  return isHtml(element, 'input') && element.form === scope;
}
