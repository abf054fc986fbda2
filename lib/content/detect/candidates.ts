import { attributeOf, attributesOf } from '../dom/native.ts';
import { topicsOf } from '../vocabulary/find-topics.ts';
import type { Topic } from '../vocabulary/topics.ts';
import { fieldText, isRepeat, type TextSource } from './field-text.ts';

/** Whether a password could go into the field, which is a password field or a text field that plays one. */
export function isCandidate(page: TextSource, field: HTMLInputElement): boolean {
  const { type, maxLength } = field;
  if (!/^(password|text)$/.test(type) || (maxLength > 0 && maxLength < MIN_LENGTH)) return false;
  const called = calledBy(page, field);
  if (type === 'password') return called !== 'other';
  // Its `autocomplete` proves nothing, because sites declare addresses and filters as new passwords to keep
  // browsers from filling them.
  return !isNumber(field) && (called === 'password' || (!called && isMasked(field)));
}

/** A field that takes fewer characters is a box for one digit or for a part of a number. */
const MIN_LENGTH = 4;

/** Secrets that are not passwords. They are never filled, whatever else the page says. */
const OTHER_SECRETS = ['code', 'card', 'secret'] as const;
/** What sites hide as if it was a password, because a person types it in public. */
const OTHER_TEXTS = [...OTHER_SECRETS, 'user', 'person', 'search'] as const;
/** Topics of text fields that mention a password but take something else. */
const NOT_PASSWORDS = ['user', 'code', 'forgot', 'search', 'policy'] as const;

/**
 * Returns what the words of a field call it, if they say so. What a person reads at it counts first, then its
 * name, then the text before a field without visible words.
 */
function calledBy(page: TextSource, field: HTMLInputElement): 'password' | 'other' | undefined {
  const isText = field.type === 'text';
  const { name, label, placeholder } = page.explicitText(field);
  const visible = label + placeholder;
  const before = visible.trim() ? '' : fieldText(page, field).label;
  const places = [
    [visible, NOT_PASSWORDS, OTHER_TEXTS],
    [name, ['policy'], isText ? OTHER_TEXTS : OTHER_SECRETS],
    [before, NOT_PASSWORDS, OTHER_TEXTS],
  ] as const;
  for (const [text, notPasswords, others] of places) {
    const topics = topicsOf(text);
    // A number makes “minimum length 8” a rule for the field itself.
    if (/\d/.test(text)) topics.delete('policy');
    const hasAny = (any: readonly Topic[]) => any.some((topic) => topics.has(topic));
    if (isText && hasAny(notPasswords)) return 'other';
    if (topics.has('password')) return 'password';
    if (hasAny(others)) return 'other';
  }
  return undefined;
}

/** Whether the field takes a number, such as the least length of passwords or the days until they expire. */
function isNumber(field: HTMLInputElement): boolean {
  return (
    /^(numeric|decimal)$/.test(attributeOf(field, 'inputmode')) ||
    /^\d{1,4}$/.test(attributeOf(field, 'value'))
  );
}

/** Whether the field hides what is typed. */
export const hidesText = (field: HTMLInputElement): boolean => field.type === 'password' || isMasked(field);

/** Whether a style hides the characters of a text field. */
function isMasked(field: HTMLInputElement): boolean {
  return !/^(none)?$/.test(getComputedStyle(field).getPropertyValue('-webkit-text-security'));
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
  return isNamed && isRepeat(page.explicitText(field)) === isRepeat(page.explicitText(beside));
}

const NAMES = ['name', 'id'] as const;
