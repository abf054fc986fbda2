import { childrenOf, elementsBelow, localNameOf, matches, parentInTree } from '../dom/native.ts';
import { textBelow } from '../dom/text.ts';
import { MAX_LEVELS, MAX_PARTS_AROUND, MAX_TEXT_LENGTH } from '../limits.ts';
import { topicsOf } from '../vocabulary/find-topics.ts';
import { normalizeText } from '../vocabulary/normalize.ts';

/** How many elements around a form are searched for the rules of its password. */
const LEVELS_AROUND = 3;
const CONTROLS = 'input:not([type=hidden]), select, textarea';
const BUTTON = 'button, input[type=submit], input[type=button], [role=button]';

/**
 * Returns the texts about passwords and their rules that stand above the first field of a form, right around
 * the form, or beside it.
 */
export function textsAroundForm(field: HTMLInputElement): string[] {
  const form = field.form ?? holderOf(field);
  const [first = field] = elementsBelow(form, CONTROLS);
  const texts = first === field ? [] : blocksBeside(first, form, true);
  let up: Element = form;
  for (let level = 0; level < LEVELS_AROUND && localNameOf(up) !== 'body'; level++) {
    const parent = parentInTree(up);
    if (!parent) break;
    texts.push(...blocksBeside(up, parent));
    up = parent;
  }
  return texts.filter(isAboutPasswords);
}

/** Returns the smallest element with a button that holds a field outside every form. */
function holderOf(field: Element): Element {
  let holder = field;
  for (let level = 0; level < MAX_LEVELS && elementsBelow(holder, BUTTON).length === 0; level++)
    holder = parentInTree(holder) ?? holder;
  return holder;
}

/** Returns the texts of the elements beside `element` on all levels up to `end`, or of those before it. */
function blocksBeside(element: Element, end: Element, isBefore = false): string[] {
  const texts: string[] = [];
  for (let up: Element | null = element; up && up !== end; up = parentInTree(up)) {
    const siblings = [...childrenOf(parentInTree(up) ?? up)];
    const at = siblings.indexOf(up);
    const near = siblings.slice(Math.max(0, at - MAX_PARTS_AROUND), isBefore ? at : at + MAX_PARTS_AROUND);
    texts.push(...near.filter(isProse).map((sibling) => textBelow(sibling, MAX_TEXT_LENGTH)));
  }
  return texts;
}

const NO_PROSE = 'script, style, nav, footer, label, form';
/** Whether an element holds text and no fields, whose own rules its text could be. */
const isProse = (element: Element): boolean =>
  !matches(element, `${NO_PROSE}, ${CONTROLS}`) && elementsBelow(element, `form, ${CONTROLS}`).length === 0;

function isAboutPasswords(text: string): boolean {
  const topics = topicsOf(normalizeText(text));
  return topics.has('password') || (topics.has('rules') && !topics.has('user'));
}
