import type { FrameContext } from '../dom/frame-context.ts';
import { attributeOf } from '../dom/native.ts';
import { isFillable } from '../dom/visibility.ts';
import type { Topic } from '../vocabulary/phrases.ts';
import { topicsOf } from '../vocabulary/topics.ts';
import { fieldText } from './field-text.ts';
import { outlineOf } from './outline.ts';
import { type ScoredField, scorePage, weightOf } from './score.ts';

/** What a field is for. Only `new` and `confirm` are ever filled without being pointed at. */
export type FieldRole = 'new' | 'confirm' | 'current' | 'otp' | 'card' | 'username' | 'other';

/** What is held of one field, and why. */
export interface FieldReport {
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
export function reportFields(here: Pick<FrameContext, 'document' | 'openShadow'>): FieldReport[] {
  const judged = new Map<Element, FieldReport>();
  for (const { candidates } of scorePage(here)) {
    candidates.forEach((one, place) => {
      judged.set(one.field, findingOf(one, candidates.slice(0, place)));
    });
  }
  return outlineOf(here.document, here).flatMap((part) => {
    if (part.kind !== 'field' || !isFillable(part.element)) return [];
    return [judged.get(part.element) ?? otherFinding(part.element)];
  });
}

function findingOf(
  { field, topics, signals, score }: ScoredField,
  before: readonly ScoredField[],
): FieldReport {
  const reasons = [...signals]
    .map((signal) => [signal, weightOf(signal) / 10] as const)
    .filter(([, weight]) => weight !== 0)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, REASONS)
    .map(([signal, weight]) => `${signal} ${weight > 0 ? '+' : ''}${weight}`);
  if (score <= 0) return { field, role: otherRole(field, topics), score, reasons };
  const repeats = topics.has('repeat') || before.some((one) => one.score > 0);
  return { field, role: repeats ? 'confirm' : 'new', score, reasons };
}

function otherFinding(field: HTMLInputElement): FieldReport {
  const { name, label, placeholder } = fieldText(field);
  const topics = topicsOf(name + label + placeholder);
  return { field, role: otherRole(field, topics), score: NEVER, reasons: ownReasons(field, topics) };
}

/** What a field tells of itself that no weight is added up for. */
function ownReasons(field: HTMLInputElement, topics: ReadonlySet<Topic>): string[] {
  const declared = attributeOf(field, 'autocomplete');
  const spoken = [...topics].map((topic) => `says:${topic}`);
  return [`type:${field.type}`, ...(declared ? [`autocomplete:${declared}`] : []), ...spoken];
}

/** The role of a field that takes no new password, by its type and its own words. */
function otherRole(field: HTMLInputElement, topics: ReadonlySet<Topic>): FieldRole {
  const declared = attributeOf(field, 'autocomplete');
  if (/\bcc-/.test(declared) || topics.has('card')) return 'card';
  if (/one-time-code/.test(declared) || topics.has('code')) return 'otp';
  if (topics.has('secret')) return 'other';
  if (field.type === 'password') return 'current';
  return field.type === 'email' || /\b(username|email)\b/.test(declared) || topics.has('user')
    ? 'username'
    : 'other';
}
