import { attributeOf } from '../dom/native.ts';
import type { WalkOptions } from '../dom/shadow-dom.ts';
import { isWritable } from '../dom/visibility.ts';
import { topicsOf } from '../vocabulary/find-topics.ts';
import type { Topic } from '../vocabulary/topics.ts';
import { fieldText, type TextSource } from './field-text.ts';
import { fieldsOf } from './outline.ts';
import { takeSnapshot } from './page-snapshot.ts';
import { type ScoredField, scorePage, weightOf } from './score.ts';

/** The purpose of a field. Only `new` and `confirm` are ever filled unless a person chose the field. */
export type FieldRole = 'new' | 'confirm' | 'current' | 'otp' | 'card' | 'username' | 'other';

/** How one field was classified, and why. */
export interface FieldReport {
  readonly field: HTMLInputElement;
  readonly role: FieldRole;
  /** The logarithm of the odds that the field takes a new password. It does where this is above 0. */
  readonly score: number;
  /**
   * The signals with the largest weights, such as `button:signup +0.9`; for an unscored field its own
   * features.
   */
  readonly reasons: readonly string[];
}

const MAX_REASONS = 6;
/** The score of a field that no password could go into. */
const NEVER = Number.NEGATIVE_INFINITY;

/** Classifies every field that a person could type into, in reading order. */
export function reportFields(options: WalkOptions): FieldReport[] {
  const page = takeSnapshot(options);
  const reports = new Map<Element, FieldReport>();
  for (const { candidates } of scorePage(page)) {
    candidates.forEach((one, place) => {
      reports.set(one.field, candidateReport(one, candidates.slice(0, place)));
    });
  }
  return fieldsOf(page.parts)
    .filter((field) => isWritable(field) && page.sight(field))
    .map((field) => reports.get(field) ?? otherReport(page, field));
}

function candidateReport(
  { field, topics, signals, score }: ScoredField,
  before: readonly ScoredField[],
): FieldReport {
  const reasons = [...signals]
    .map((signal) => [signal, weightOf(signal) / 10] as const)
    .filter(([, weight]) => weight !== 0)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, MAX_REASONS)
    .map(([signal, weight]) => `${signal} ${weight > 0 ? '+' : ''}${weight}`);
  if (score <= 0) return { field, role: otherRole(field, topics), score, reasons };
  const isConfirm = topics.has('repeat') || before.some((one) => one.score > 0);
  return { field, role: isConfirm ? 'confirm' : 'new', score, reasons };
}

function otherReport(page: TextSource, field: HTMLInputElement): FieldReport {
  const { name, label, placeholder } = fieldText(page, field);
  const topics = topicsOf(name + label + placeholder);
  return { field, role: otherRole(field, topics), score: NEVER, reasons: unweightedReasons(field, topics) };
}

/** Returns the features of a field that was not scored. */
function unweightedReasons(field: HTMLInputElement, topics: ReadonlySet<Topic>): string[] {
  const declared = attributeOf(field, 'autocomplete');
  return [
    `type:${field.type}`,
    ...(declared ? [`autocomplete:${declared}`] : []),
    ...[...topics].map((topic) => `topics:${topic}`),
  ];
}

/** Returns the role of a field that takes no new password, from its type, `autocomplete` and topics. */
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
