import { attributeOf, attributesOf, elementsBelow, isHtml } from '../dom/native.ts';
import { textBelow } from '../dom/text.ts';
import { normalizeText } from '../vocabulary/normalize.ts';
import type { Topic } from '../vocabulary/phrases.ts';
import { topicsOf } from '../vocabulary/topics.ts';
import type { Group } from './groups.ts';
import type { Part } from './outline.ts';

/** What the surroundings of a group speak of, by place. */
export interface GroupContext {
  /** The names of the form and where it sends. */
  readonly form: ReadonlySet<string>;
  readonly button: ReadonlySet<string>;
  readonly heading: ReadonlySet<string>;
  readonly link: ReadonlySet<string>;
  /** All text within the scope. */
  readonly text: ReadonlySet<string>;
  /** The names of the fields beside the candidates. */
  readonly fields: ReadonlySet<string>;
  /** How many checkboxes there are, and whether a list to choose from. */
  readonly controls: ReadonlySet<string>;
}

const FORM_NAMES = ['id', 'name', 'class', 'action', 'aria-label', 'data-testid'];
/** Longest text of a scope, a heading, a link or button that is read, in UTF-16 units. */
const LONGEST_SCOPE = 2500;
const LONGEST_HEADING = 120;
const LONGEST_LABEL = 80;

/** Collects the context of a group. */
export function contextOf(group: Group): GroupContext {
  const { scope, parts, before, after, candidates } = group;
  const headings = [...ofKind(parts, 'heading'), ...ofKind(before, 'heading').slice(0, 1)];
  const fields = ofKind(parts, 'field').filter((field) => !candidates.includes(field as HTMLInputElement));
  return {
    form: topicsIn([attributesOf(scope, FORM_NAMES)]),
    button: topicsIn(buttonsOf(group).map(saysOf)),
    heading: topicsIn(headings.map((heading) => textBelow(heading, LONGEST_HEADING))),
    link: topicsIn(ofKind([...parts, ...after], 'link').map((link) => textBelow(link, LONGEST_LABEL))),
    text: topicsOf(normalizeText(textBelow(scope, LONGEST_SCOPE), LONGEST_SCOPE)),
    fields: topicsIn(fields.map((field) => attributesOf(field, ['name', 'id', 'placeholder']))),
    controls: controlsOf(scope),
  };
}

/** The buttons that send the form; where there are none, the first that could. One without a word, an eye, sends nothing. */
function buttonsOf({ parts, after }: Group): Element[] {
  const isSender = (button: Element) => {
    const words = normalizeText(saysOf(button));
    return /\S/.test(words) && !topicsOf(words).has('show');
  };
  const submits = ofKind(parts, 'submit').filter(isSender);
  if (submits.length > 0) return submits;
  return ofKind([...parts, ...after], 'submit', 'button')
    .filter(isSender)
    .slice(0, 2);
}

/** What a button shows, and its names. */
function saysOf(button: Element): string {
  const shows = isHtml(button, 'input') ? attributeOf(button, 'value') : textBelow(button, LONGEST_LABEL);
  return `${shows} ${attributesOf(button, ['aria-label', 'alt', 'id', 'name', 'data-testid'])}`;
}

function controlsOf(scope: Element): Set<string> {
  const checks = elementsBelow(scope, 'input[type=checkbox]').length;
  const selects = elementsBelow(scope, 'select').length;
  return new Set([`checkboxes-${Math.min(checks, 3)}`, ...(selects > 0 ? ['select'] : [])]);
}

function ofKind(parts: readonly Part[], ...kinds: Part['kind'][]): Element[] {
  return parts.flatMap(({ kind, element }) => (kinds.includes(kind) ? [element] : []));
}

function topicsIn(texts: readonly string[]): Set<Topic> {
  return topicsOf(texts.map((text) => normalizeText(text)).join(''));
}
