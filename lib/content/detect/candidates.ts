import { attributeOf, attributesOf } from '../dom/native.ts';
import { topicsOf } from '../vocabulary/find-topics.ts';
import type { Topic } from '../vocabulary/topics.ts';
import { fieldText, type TextSource } from './field-text.ts';

/** Whether a password could go into the field, which is a password field or a text field that plays one. */
export function isCandidate(page: TextSource, field: HTMLInputElement): boolean {
  if (field.type !== 'password' && field.type !== 'text') return false;
  if (field.maxLength > 0 && field.maxLength < MIN_LENGTH) return false;
  const { name, label, placeholder } = fieldText(page, field);
  const topics = topicsOf(name + label + placeholder);
  const excluded = field.type === 'text' ? OTHER_TEXTS : OTHER_SECRETS;
  if (!topics.has('password') && excluded.some((topic) => topics.has(topic))) return false;
  return field.type === 'password' || isDeclared(field) || mentionsPassword(page, field, topicsOf(label));
}

/** Secrets that are not passwords. They are never filled, whatever else the page says. */
const OTHER_SECRETS = ['code', 'card', 'secret'] as const;

/** Sites declare such text fields as new passwords to keep browsers from filling them. */
const OTHER_TEXTS = [...OTHER_SECRETS, 'user', 'person', 'search'] as const;

/** A field that takes fewer characters is a box for one digit or for a part of a number. */
const MIN_LENGTH = 4;

/** Whether a text field's `autocomplete` names a password, or a style hides its characters. */
function isDeclared(field: HTMLInputElement): boolean {
  if (/\b(new|current)-password\b/i.test(attributeOf(field, 'autocomplete'))) return true;
  const style = field.ownerDocument.defaultView?.getComputedStyle(field);
  return !/^(none)?$/.test(style?.getPropertyValue('-webkit-text-security') ?? '');
}

/** Topics of text fields that mention a password but take something else. */
const NOT_PASSWORDS = ['user', 'code', 'forgot'] as const;

/**
 * Whether a text field's label, placeholder or name speaks of a password; without any of them, the text
 * before it.
 */
function mentionsPassword(
  page: TextSource,
  field: HTMLInputElement,
  labelTopics: ReadonlySet<Topic>,
): boolean {
  const explicit = page.explicitText(field);
  const visible = topicsOf(explicit.label + explicit.placeholder);
  if (NOT_PASSWORDS.some((topic) => visible.has(topic) || labelTopics.has(topic))) return false;
  if (visible.has('password') || topicsOf(explicit.name).has('password')) return true;
  return Object.values(explicit).join('').trim() === '' && labelTopics.has('password');
}

/**
 * Whether a text field carries the name of the password field beside it. A switch between the two shows what
 * is typed.
 */
export function isTwin(field: HTMLInputElement, beside: HTMLInputElement): boolean {
  if (field.type === 'password' || beside.type !== 'password') return false;
  const names = attributesOf(field, NAMES).toLowerCase();
  return NAMES.map((name) => attributeOf(beside, name).toLowerCase()).some(
    (name) => name !== '' && names.includes(name),
  );
}

const NAMES = ['name', 'id'] as const;
