import type { Here } from './here.ts';
import { type Judged, judgePage, weightOf } from './judge.ts';
import { attributeOf } from './native.ts';
import { outlineOf } from './outline.ts';
import { ownWordsOf } from './own-words.ts';
import { topicsOf } from './topics.ts';
import { isFillable } from './visible.ts';
import type { Topic } from './words/words.ts';

/** What a field is for. Only `new` and `confirm` are ever filled without being pointed at. */
export type FieldRole = 'new' | 'confirm' | 'current' | 'otp' | 'card' | 'username' | 'other';

/** What is held of one field, and why. */
export interface Finding {
  readonly field: HTMLInputElement;
  readonly role: FieldRole;
  /** The logarithm of the odds that it takes a new password; below 0 it does not. */
  readonly score: number;
  /** The weightiest signals first, such as `button:signup +0.9`; what the field tells of itself where none was weighed. */
  readonly reasons: readonly string[];
}

/** How many reasons are told. */
const REASONS = 6;
/** The score of a field that no password could go into. */
const NEVER = Number.NEGATIVE_INFINITY;

/** Every field of the page that a person could type into, in reading order, with its role and the reasons for it. */
export function findingsOf(here: Pick<Here, 'document' | 'openShadow'>): Finding[] {
  const judged = new Map<Element, Finding>();
  for (const { candidates } of judgePage(here)) {
    candidates.forEach((one, place) => {
      judged.set(one.field, findingOf(one, candidates.slice(0, place)));
    });
  }
  return outlineOf(here.document, here).flatMap((part) => {
    if (part.kind !== 'field' || !isFillable(part.element)) return [];
    return [judged.get(part.element) ?? otherFinding(part.element)];
  });
}

function findingOf({ field, says, signals, score }: Judged, before: readonly Judged[]): Finding {
  const reasons = [...signals]
    .map((signal) => [signal, weightOf(signal) / 10] as const)
    .filter(([, weight]) => weight !== 0)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, REASONS)
    .map(([signal, weight]) => `${signal} ${weight > 0 ? '+' : ''}${weight}`);
  if (score <= 0) return { field, role: otherRole(field, says), score, reasons };
  const repeats = says.has('repeat') || before.some((one) => one.score > 0);
  return { field, role: repeats ? 'confirm' : 'new', score, reasons };
}

function otherFinding(field: HTMLInputElement): Finding {
  const { name, label, placeholder } = ownWordsOf(field);
  const says = topicsOf(name + label + placeholder);
  return { field, role: otherRole(field, says), score: NEVER, reasons: ownReasons(field, says) };
}

/** What a field tells of itself that no weight is added up for. */
function ownReasons(field: HTMLInputElement, says: ReadonlySet<Topic>): string[] {
  const declared = attributeOf(field, 'autocomplete');
  const topics = [...says].map((topic) => `says:${topic}`);
  return [`type:${field.type}`, ...(declared ? [`autocomplete:${declared}`] : []), ...topics];
}

/** The role of a field that takes no new password, by its type and its own words. */
function otherRole(field: HTMLInputElement, says: ReadonlySet<Topic>): FieldRole {
  const declared = attributeOf(field, 'autocomplete');
  if (/\bcc-/.test(declared) || says.has('card')) return 'card';
  if (/one-time-code/.test(declared) || says.has('code')) return 'otp';
  if (says.has('secret')) return 'other';
  if (field.type === 'password') return 'current';
  return field.type === 'email' || /\b(username|email)\b/.test(declared) || says.has('user')
    ? 'username'
    : 'other';
}
