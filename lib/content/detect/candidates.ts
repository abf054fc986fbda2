import { attributeOf, attributesOf } from '../dom/native.ts';
import { topicsOf } from '../vocabulary/find-topics.ts';
import type { Topic } from '../vocabulary/topics.ts';
import { fieldText, type TextSource } from './field-text.ts';

/** Whether a password could go into the field, which is a password field or a text field that plays one. */
export function isCandidate(page: TextSource, field: HTMLInputElement): boolean {
  if (field.type !== 'password' && field.type !== 'text') return false;
  if (field.maxLength > 0 && field.maxLength < MIN_LENGTH) return false;
  const words = ownWords(page, field);
  return field.type === 'password' ? !takesOther(words) : playsPassword(field, words);
}

/** A field that takes fewer characters is a box for one digit or for a part of a number. */
const MIN_LENGTH = 4;

/** What the words of one field speak of, by how reliably they are its own. */
interface OwnWords {
  /** Its labels and its placeholder. */
  readonly visible: ReadonlySet<Topic>;
  /** The text before a field without visible words. */
  readonly before: ReadonlySet<Topic>;
  readonly name: ReadonlySet<Topic>;
  /** The text after it. */
  readonly after: ReadonlySet<Topic>;
}

function ownWords(page: TextSource, field: HTMLInputElement): OwnWords {
  const { name, label, placeholder } = page.explicitText(field);
  const isSilent = (label + placeholder).trim() === '';
  const near = fieldText(page, field);
  return {
    visible: topicsOfLabel(label + placeholder),
    before: topicsOfLabel(isSilent ? near.label : ''),
    name: topicsOf(name),
    get after() {
      return topicsOf(near.hint);
    },
  };
}

/** Returns the topics of a label. A number in it makes “minimum length 8” a rule for the field itself. */
function topicsOfLabel(text: string): ReadonlySet<Topic> {
  const topics = topicsOf(text);
  if (/\d/.test(text)) topics.delete('policy');
  return topics;
}

/** Secrets that are not passwords. They are never filled, whatever else the page says. */
const OTHER_SECRETS = ['code', 'card', 'secret'] as const;
/** What sites hide as if it was a password, because a person types it in public. */
const OTHER_TEXTS = [...OTHER_SECRETS, 'user', 'person', 'search'] as const;

/**
 * Whether the words of a password field call it something other than a password. What a person reads counts
 * first.
 */
function takesOther({ visible, before, name, after }: OwnWords): boolean {
  const has = (topics: ReadonlySet<Topic>, any: readonly Topic[]) => any.some((topic) => topics.has(topic));
  if (visible.has('password')) return false;
  if (has(visible, OTHER_TEXTS)) return true;
  if (before.has('password') || name.has('password')) return false;
  if (has(name, OTHER_SECRETS) || has(before, OTHER_SECRETS)) return true;
  return has(before, OTHER_TEXTS) && !after.has('password');
}

/** Topics of text fields that mention a password but take something else. */
const NOT_PASSWORDS = ['user', 'code', 'forgot', 'search', 'policy'] as const;

/**
 * Whether a text field shows a password: its characters are hidden by a style, or its own words speak of a
 * password. Its `autocomplete` proves nothing, because sites declare addresses and filters as new passwords
 * to keep browsers from filling them.
 */
function playsPassword(field: HTMLInputElement, { visible, before, name }: OwnWords): boolean {
  const isOther = (topics: ReadonlySet<Topic>) => NOT_PASSWORDS.some((topic) => topics.has(topic));
  if (isNumber(field) || name.has('policy') || isOther(visible)) return false;
  if (visible.has('password') || name.has('password')) return true;
  if (isOther(before) || OTHER_TEXTS.some((topic) => name.has(topic))) return false;
  return before.has('password') || (isMasked(field) && !OTHER_TEXTS.some((topic) => visible.has(topic)));
}

/** Whether the field takes a number, such as the least length of passwords or the days until they expire. */
function isNumber(field: HTMLInputElement): boolean {
  return (
    /^(numeric|decimal)$/.test(attributeOf(field, 'inputmode')) ||
    /^\d{1,4}$/.test(attributeOf(field, 'value'))
  );
}

/** Whether a style hides the characters of a text field. */
function isMasked(field: HTMLInputElement): boolean {
  const style = field.ownerDocument.defaultView?.getComputedStyle(field);
  return !/^(none)?$/.test(style?.getPropertyValue('-webkit-text-security') ?? '');
}

/**
 * Whether a text field stands for the password field beside it: it carries its name, or none at all. A switch
 * between the two shows what is typed.
 */
export function isTwin(page: TextSource, field: HTMLInputElement, beside: HTMLInputElement): boolean {
  if (field.type === 'password' || beside.type !== 'password') return false;
  const names = attributesOf(field, NAMES).toLowerCase();
  const others = NAMES.map((name) => attributeOf(beside, name).toLowerCase());
  const isNamed = names === '' || others.some((name) => name !== '' && names.includes(name));
  return isNamed && isRepeat(page, field) === isRepeat(page, beside);
}

const NAMES = ['name', 'id'] as const;

function isRepeat(page: TextSource, field: HTMLInputElement): boolean {
  const { name, label, placeholder } = fieldText(page, field);
  return topicsOf(name + label + placeholder).has('repeat');
}
