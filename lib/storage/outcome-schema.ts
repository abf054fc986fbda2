import * as v from 'valibot';
import { API_ERROR_CODES, type BlockedCause } from '../api/result.ts';
import type { Refusal } from '../api/verify-password.ts';
import { CLASS_NAMES, type GeneratorError, type Strength } from '../generator/index.ts';
import type { ApiProblem } from '../messaging/api-problem.ts';
import type { ApiFailure, FillOutcome } from '../messaging/fill-outcome.ts';
import type { Adjustment } from '../site-rules/fit/adjustments.ts';
import { type Bound, SOURCES } from '../site-rules/rule.ts';
import type { SiteNotes } from '../site-rules/site-notes.ts';
import { amount, host, listOf, maybe, type Schema, text, time } from './schema.ts';

/** Longer than any text of a rule or an error that is told. */
const words = text(4096);
/** For lists, of which no fill has as many entries. */
const MAX_LISTED = 100;

export const strengthSchema: Schema<Strength> = v.picklist([
  'very_weak',
  'weak',
  'fair',
  'strong',
  'very_strong',
]);

const limit = { characters: words, max: amount };
const boundSchema: Schema<Bound> = v.variant('code', [
  v.object({
    code: v.picklist(['min_length', 'max_length', 'max_consecutive', 'max_sequential']),
    value: amount,
  }),
  v.object({ code: v.picklist(['allowed', 'not_first', 'not_last']), characters: words }),
  v.object({ code: v.literal('required'), characters: words, min: amount }),
  v.object({ code: v.picklist(['limited', 'runs', 'repeats']), ...limit }),
  v.object({ code: v.literal('blocked'), text: words }),
  v.object({ code: v.literal('pattern') }),
]);

const by = maybe(v.picklist(SOURCES));
const characterClass = v.picklist(CLASS_NAMES);
const adjustmentSchema: Schema<Adjustment> = v.variant('code', [
  v.object({
    code: v.picklist(['shortened', 'lengthened', 'strengthened', 'repeats_limited']),
    to: amount,
    by,
  }),
  v.object({ code: v.literal('class_removed'), characterClass, by }),
  v.object({ code: v.literal('class_limited'), characterClass, characters: words, by }),
  v.object({
    code: v.literal('class_added'),
    characterClass: v.picklist([...CLASS_NAMES, 'space']),
    characters: words,
    by,
  }),
  v.object({ code: v.picklist(['minimum_lowered', 'class_capped']), characterClass, to: amount, by }),
  v.object({ code: v.literal('excluded_allowed'), characters: words, by }),
  v.object({ code: v.picklist(['classes_added', 'repeats_allowed', 'pattern_ignored']), by }),
  v.object({
    code: v.picklist(['minimum_capped', 'bound_ignored', 'bound_too_weak']),
    bound: boundSchema,
    by,
  }),
]) as never;

const isTrue = v.literal(true);
const notesSchema = v.object({
  host,
  adjustments: listOf(adjustmentSchema, MAX_LISTED),
  unmet: maybe(boundSchema),
  bits: amount,
  isAtLeast: maybe(isTrue),
  isAtMost: maybe(isTrue),
  strength: strengthSchema,
}) as Schema<SiteNotes>;

/** Its code chooses the sentence; an unknown one gives that for any other error. */
const generatorErrorSchema = v.object({
  code: words,
  option: words,
  message: words,
  characterClass: maybe(characterClass),
  range: maybe(v.tuple([v.number(), v.number()])),
}) as Schema<unknown> as Schema<GeneratorError>;

/** What the sentence of a problem needs. The names of options and of other problems are not kept. */
const problemSchema = v.object({
  code: v.picklist([...API_ERROR_CODES, 'no_key', 'key_locked', 'no_permission', 'no_reply']),
  status: maybe(amount),
  retryAtMs: maybe(time),
  detail: maybe(words),
  reason: maybe(text(40) as Schema<Refusal>),
  cause: maybe(text(40) as Schema<BlockedCause>),
  generatorError: maybe(generatorErrorSchema),
}) as Schema<unknown> as Schema<ApiProblem>;

const failureSchema: Schema<ApiFailure> = v.object({ host, problem: problemSchema });

/** How a fill ended. A part without which the outcome can still be told is left out if it is invalid. */
export const outcomeSchema: Schema<FillOutcome> = v.variant('code', [
  v.object({
    code: v.literal('filled'),
    fields: amount,
    site: maybe(notesSchema),
    weak: maybe(v.boolean()),
    insteadOf: maybe(failureSchema),
  }),
  v.object({
    code: v.literal('changed'),
    problems: listOf(
      v.variant('kind', [
        v.object({
          kind: v.picklist(['removed', 'cleared', 'reverted', 'confirm_empty', 'mismatch']),
        }),
        v.object({ kind: v.literal('truncated'), to: amount }),
        v.object({
          kind: v.literal('invalid'),
          reason: v.picklist(['too_short', 'too_long', 'pattern', 'page']),
          atLeast: maybe(amount),
        }),
      ]),
      MAX_LISTED,
    ),
  }),
  v.object({
    code: v.picklist(['undone', 'moved', 'no_field', 'unlikely_form', 'unclear_fields', 'no_access']),
  }),
  v.object({ code: v.literal('foreign_frame'), host }),
  v.object({ code: v.literal('too_long'), maxLength: amount }),
  v.object({ code: v.literal('impossible'), error: generatorErrorSchema }),
  v.object({ code: v.literal('pin_refused'), bound: boundSchema }),
  v.object({ code: v.literal('api_failed'), failure: failureSchema }),
]) as never;
