import { elementsBelow, matches, parentInTree, siblingsOf } from '../dom/native.ts';
import { textBelow } from '../dom/text.ts';
import { MAX_PARTS_AROUND } from '../limits.ts';
import { topicsOf } from '../vocabulary/find-topics.ts';
import { normalizeText } from '../vocabulary/normalize.ts';

const FIELDS = 'form, input:not([type=hidden]), select, textarea';
const NO_PROSE = `script, style, nav, footer, label, ${FIELDS}`;
/** How many levels above the first field of a form are searched for the rules of its password. */
const LEVELS = 8;

/**
 * Returns the texts about passwords and their rules that stand above the first field of a form, right around
 * the form, or beside it.
 */
export function textsAroundForm(field: HTMLInputElement): string[] {
  const { form } = field;
  const texts: string[] = [];
  let up: Element | null = (form && elementsBelow(form, FIELDS)[0]) ?? field;
  let after = 0;
  for (let left = LEVELS; up && left > 0; left--) {
    // In the form, what follows belongs to its other fields.
    if (up === form) after = MAX_PARTS_AROUND;
    const beside = siblingsOf(up, MAX_PARTS_AROUND, after);
    texts.push(...beside.filter(isProse).map((element) => textBelow(element)));
    up = parentInTree(up);
  }
  return texts.filter(isAboutPasswords);
}

/** Whether an element holds text and no fields, whose own rules its text could be. */
const isProse = (element: Element): boolean =>
  !matches(element, NO_PROSE) && !elementsBelow(element, FIELDS)[0];

function isAboutPasswords(text: string): boolean {
  const topics = topicsOf(normalizeText(text));
  return topics.has('password') || (topics.has('rules') && !topics.has('user'));
}
