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
import { isFillable } from '../dom/visibility.ts';
import { isCandidate, isTwin } from './candidates.ts';
import type { Part } from './outline.ts';

/** Fields that belong to one decision: those of one form, or of what stands in for a form. */
export interface Group {
  /** The form, or the smallest part of the page that holds the fields with a button. */
  readonly scope: Element;
  /** The fields that a password could go into, in reading order. */
  readonly candidates: readonly HTMLInputElement[];
  /** The parts of the page inside the scope, in reading order. */
  readonly parts: readonly Part[];
  /** What stands before the scope, nearest first, and after it, back and forth to the next candidate. */
  readonly before: readonly Part[];
  readonly after: readonly Part[];
}

/** How many parts around a scope are looked at, and how far up a field without a form looks for its button. */
const AROUND = 12;
const HIGHEST = 10;

/** More groups, and more fields in one, than an honest page has: the rest of a page that means to keep us busy is left. */
const MOST_GROUPS = 60;
const MOST_CANDIDATES = 40;

/**
 * The groups of the page, each around at least one candidate that a person could type into; that around `near` in any
 * case.
 */
export function groupsOf(parts: readonly Part[], near: Element | null = null): Group[] {
  const fields = parts.flatMap((part) => (part.kind === 'field' ? [part.element] : []));
  const candidates = fields.filter((field, place) => {
    if (!isCandidate(field) || !isFillable(field)) return false;
    return ![fields[place - 1], fields[place + 1]].some(
      (beside) => isTwin(field, beside) && beside && isFillable(beside),
    );
  });
  const places = new Map(parts.map(({ element }, place) => [element as Element, place]));
  const page = { parts, places, candidates: new Set<Element>(candidates) };
  return [...byScope(candidates)]
    .filter(([scope], place) => place < MOST_GROUPS || (near && isWithin(scope, near)))
    .map(([scope, fields]) => groupOf(scope, passwordsFirst(fields).slice(0, MOST_CANDIDATES), page));
}

/** Beside a password field a text field is none: some carry its `autocomplete` to keep their own value from being filled. */
function passwordsFirst(fields: readonly HTMLInputElement[]): readonly HTMLInputElement[] {
  const passwords = fields.filter(({ type }) => type === 'password');
  return passwords.length > 0 ? passwords : fields;
}

function byScope(fields: readonly HTMLInputElement[]): Map<Element, HTMLInputElement[]> {
  const find = scopeFinder();
  const found = fields.map((field) => [field, find(field)] as const);
  const outermost = outermostFinder(new Set(found.map(([, scope]) => scope)));
  const groups = new Map<Element, HTMLInputElement[]>();
  for (const [field, own] of found) {
    const scope = isHtml(own, 'form') ? own : outermost(own);
    const beside = groups.get(scope);
    if (beside) beside.push(field);
    else groups.set(scope, [field]);
  }
  return groups;
}

/** Finds the outermost of `scopes` around one of them: a part of the page that lies within another's belongs to that. */
function outermostFinder(scopes: ReadonlySet<Element>): (scope: Element) => Element {
  const known = new Map<Element, Element | undefined>();
  return (scope) => {
    const path: Element[] = [];
    let up: Element | null = scope;
    for (; up && !known.has(up); up = parentOf(up)) path.push(up);
    let outer = up ? known.get(up) : undefined;
    for (const step of path.reverse()) {
      outer ??= scopes.has(step) ? step : undefined;
      known.set(step, outer);
    }
    return outer ?? scope;
  };
}

/** Finds the form of a field, or what stands in for one. */
function scopeFinder(): (field: HTMLInputElement) => Element {
  const holdersIn = askedOnce(buttonHolders);
  const isPageWide = askedOnce((form: Element) => elementsBelow(form, 'a').length > MOST_LINKS);
  const isScope = (element: Element) =>
    matches(element, SCOPES) || holdersIn(rootOf(element) as Document | ShadowRoot).has(element);
  return (field) => {
    const { form } = field;
    let scope = (form && !isPageWide(form) ? form : parentOf(field)) ?? field;
    for (let steps = HIGHEST; steps > 0 && !isScope(scope); steps--) scope = parentOf(scope) ?? scope;
    return scope;
  };
}

/** Some frameworks wrap the whole page in one form, its menus included. */
const MOST_LINKS = 25;

function askedOnce<Of extends Node, Answer>(ask: (of: Of) => Answer): (of: Of) => Answer {
  const answers = new Map<Of, Answer>();
  return (of) => {
    if (!answers.has(of)) answers.set(of, ask(of));
    return answers.get(of) as Answer;
  };
}

const SCOPES = 'form, dialog, [role=form], [role=dialog], body';
const BUTTONS =
  'button, input[type=submit], input[type=button], [role=button], a[class*=btn i], a[class*=button i]';

/** Every element of one tree that holds a button with words on it. */
function buttonHolders(root: Document | ShadowRoot): Set<Element> {
  const holders = new Set<Element>();
  for (const button of elementsBelow(root, BUTTONS)) {
    let up = parentInTree(button);
    if (!up || holders.has(up) || !hasWords(button)) continue;
    for (; up && !holders.has(up); up = parentInTree(up)) holders.add(up);
  }
  return holders;
}

/** The eye beside a field that shows what is typed has no words, or is told by them. */
function hasWords(button: Element): boolean {
  const words = (attributeOf(button, 'value') || textBelow(button, 40)).trim();
  return words.length > 2 && !/show|hide|toggle/i.test(words);
}

interface Page {
  readonly parts: readonly Part[];
  readonly places: ReadonlyMap<Element, number>;
  readonly candidates: ReadonlySet<Element>;
}

function groupOf(
  scope: Element,
  fields: readonly HTMLInputElement[],
  { parts, places, candidates }: Page,
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
    before: untilCandidate(parts.slice(Math.max(0, first - AROUND), first).reverse()),
    after: untilCandidate(parts.slice(last + 1, last + 1 + AROUND)),
  };
}

/** Whether `element` lies in `scope`, or a form that it belongs to does; through shadow roots. */
export function isWithin(scope: Element, element: Element): boolean {
  for (let up: Element | null = element; up; up = hostOf(up)) if (contains(scope, up)) return true;
  return isHtml(element, 'input') && element.form === scope;
}
