import { attributeOf, attributesOf } from '../dom/native.ts';
import type { Topic } from '../vocabulary/phrases.ts';
import { topicsOf } from '../vocabulary/topics.ts';
import { explicitText, fieldText } from './field-text.ts';

/** Whether a password could go into the field: a password field, or a text field that plays one. */
export function isCandidate(field: HTMLInputElement): boolean {
  if (field.type !== 'password' && field.type !== 'text') return false;
  if (field.maxLength > 0 && field.maxLength < LEAST) return false;
  const { name, label, placeholder } = fieldText(field);
  const says = topicsOf(name + label + placeholder);
  const others = field.type === 'text' ? OTHER_TEXTS : OTHER_SECRETS;
  if (!says.has('password') && others.some((topic) => says.has(topic))) return false;
  return field.type === 'password' || isDeclared(field) || speaksOfPassword(field, topicsOf(label));
}

/** What is typed hidden and is no password; never filled, whatever the rest of the page says. */
const OTHER_SECRETS = ['code', 'card', 'secret'] as const;

/** Sites declare such fields to be for a new password to keep browsers from filling them. */
const OTHER_TEXTS = [...OTHER_SECRETS, 'user', 'person', 'search'] as const;

/** A field that takes fewer characters is a box for one digit, or for a part of a number. */
const LEAST = 4;

/** A text field that its page calls a password in so many words, or whose characters it hides by a style. */
function isDeclared(field: HTMLInputElement): boolean {
  if (/\b(new|current)-password\b/i.test(attributeOf(field, 'autocomplete'))) return true;
  const style = field.ownerDocument.defaultView?.getComputedStyle(field);
  return !/^(none)?$/.test(style?.getPropertyValue('-webkit-text-security') ?? '');
}

/** What a text field is for that only mentions a password. */
const NOT_PASSWORDS = ['user', 'code', 'forgot'] as const;

/** By what a person reads at the field, else by its name, else by the text before it: `near`. */
function speaksOfPassword(field: HTMLInputElement, near: ReadonlySet<Topic>): boolean {
  const explicit = explicitText(field);
  const told = topicsOf(explicit.label + explicit.placeholder);
  if (NOT_PASSWORDS.some((topic) => told.has(topic) || near.has(topic))) return false;
  if (told.has('password') || topicsOf(explicit.name).has('password')) return true;
  return Object.values(explicit).join('').trim() === '' && near.has('password');
}

/** A text field with the name of the password field beside it: a switch shows there what is typed. */
export function isTwin(field: HTMLInputElement, beside: HTMLInputElement | undefined): boolean {
  if (field.type === 'password' || beside?.type !== 'password') return false;
  const own = attributesOf(field, NAMES).toLowerCase();
  return NAMES.map((name) => attributeOf(beside, name).toLowerCase()).some(
    (name) => name !== '' && own.includes(name),
  );
}

const NAMES = ['name', 'id'] as const;
