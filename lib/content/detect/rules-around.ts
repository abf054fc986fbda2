import { elementsBelow, matches, parentInTree, siblingsOf } from '../dom/native.ts';
import { textBelow } from '../dom/text.ts';
import { MAX_LEVELS, MAX_PARTS_AROUND } from '../limits.ts';
import { topicsOf } from '../vocabulary/find-topics.ts';
import { normalizeText } from '../vocabulary/normalize.ts';

const FIELDS = 'form, input:not([type=hidden]), select, textarea';
const NO_PROSE = `script, style, nav, footer, label, ${FIELDS}`;
/** How many levels around a form are searched for the rules of its password. */
const LEVELS_AROUND = 3;

/**
 * Returns the texts about passwords and their rules that stand above the first field of a form, right around
 * the form, or beside it.
 */
export function textsAroundForm(field: HTMLInputElement): string[] {
  const form = field.form ?? holderOf(field);
  const texts: string[] = [];
  let left = LEVELS_AROUND;
  let isOutside = false;
  for (let up = elementsBelow(form, FIELDS)[0] ?? form; left > 0; up = parentInTree(up) ?? up) {
    isOutside ||= up === form;
    if (isOutside) left--;
    const [before, after] = siblingsOf(up, MAX_PARTS_AROUND);
    const beside = isOutside ? [...before, ...after] : before;
    texts.push(...beside.filter(isProse).map((element) => textBelow(element)));
  }
  return texts.filter(isAboutPasswords);
}

/** Returns the smallest element with a button that holds a field outside every form. */
function holderOf(field: Element): Element {
  let holder = field;
  for (let level = 0; level < MAX_LEVELS && !elementsBelow(holder, 'button')[0]; level++)
    holder = parentInTree(holder) ?? holder;
  return holder;
}

/** Whether an element holds text and no fields, whose own rules its text could be. */
const isProse = (element: Element): boolean =>
  !matches(element, NO_PROSE) && !elementsBelow(element, FIELDS)[0];

function isAboutPasswords(text: string): boolean {
  const topics = topicsOf(normalizeText(text));
  return topics.has('password') || (topics.has('rules') && !topics.has('user'));
}
