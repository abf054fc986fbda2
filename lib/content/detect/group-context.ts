import { attributeOf, attributesOf, elementsBelow, isHtml } from '../dom/native.ts';
import { textBelow } from '../dom/text.ts';
import { MAX_CAPTION_LENGTH, MAX_HEADING_LENGTH, MAX_SCOPE_LENGTH } from '../limits.ts';
import { topicsOf } from '../vocabulary/find-topics.ts';
import { normalizeText } from '../vocabulary/normalize.ts';
import type { Topic } from '../vocabulary/topics.ts';
import type { Group } from './groups.ts';
import { elementsOf, fieldsOf } from './outline.ts';

/** The topics around a group, by place. */
export interface GroupContext {
  /** The names of the form and the address that it is sent to. */
  readonly form: ReadonlySet<string>;
  readonly button: ReadonlySet<string>;
  readonly heading: ReadonlySet<string>;
  readonly link: ReadonlySet<string>;
  /** All text within the scope. */
  readonly text: ReadonlySet<string>;
  /** The names of the fields that are not candidates. */
  readonly fields: ReadonlySet<string>;
  /** The number of checkboxes. */
  readonly controls: ReadonlySet<string>;
}

const FORM_NAMES = ['id', 'name', 'class', 'action', 'aria-label', 'data-testid'];

/** Reads the topics around a group. */
export function contextOf(group: Group): GroupContext {
  const { scope, parts, before, after, candidates } = group;
  const headings = [...elementsOf(parts, 'heading'), ...elementsOf(before, 'heading').slice(0, 1)];
  const fields = fieldsOf(parts).filter((field) => !candidates.includes(field));
  return {
    form: topicsIn([attributesOf(scope, FORM_NAMES)]),
    button: topicsIn(buttonsOf(group).map(buttonText)),
    heading: topicsIn(headings.map((heading) => textBelow(heading, MAX_HEADING_LENGTH))),
    link: topicsIn(
      elementsOf([...parts, ...after], 'link').map((link) => textBelow(link, MAX_CAPTION_LENGTH)),
    ),
    text: topicsOf(normalizeText(textBelow(scope, MAX_SCOPE_LENGTH), MAX_SCOPE_LENGTH)),
    fields: topicsIn(fields.map((field) => attributesOf(field, ['name', 'id', 'placeholder']))),
    controls: new Set([`checkboxes-${elementsBelow(scope, 'input[type=checkbox]').length}`]),
  };
}

/**
 * Returns the submit buttons, or the first two other buttons where there are none. Buttons without text, and
 * those that show what is typed, submit nothing.
 */
function buttonsOf({ parts, after }: Group): Element[] {
  const canSubmit = (button: Element) => {
    const text = normalizeText(buttonText(button));
    return /\S/.test(text) && !topicsOf(text).has('show');
  };
  const submits = elementsOf(parts, 'submit').filter(canSubmit);
  if (submits.length > 0) return submits;
  return elementsOf([...parts, ...after], 'submit', 'button')
    .filter(canSubmit)
    .slice(0, 2);
}

/** Returns a button's caption and its names. */
function buttonText(button: Element): string {
  const caption = isHtml(button, 'input')
    ? attributeOf(button, 'value')
    : textBelow(button, MAX_CAPTION_LENGTH);
  return `${caption} ${attributesOf(button, ['aria-label', 'alt', 'id', 'name', 'data-testid'])}`;
}

function topicsIn(texts: readonly string[]): Set<Topic> {
  return topicsOf(texts.map((text) => normalizeText(text)).join(''));
}
