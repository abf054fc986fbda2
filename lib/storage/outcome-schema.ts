import * as v from 'valibot';
import { PARAMETERS } from '../api/contract.ts';
import { API_ERROR_CODES, type BlockedCause } from '../api/result.ts';
import type { Refusal } from '../api/verify-password.ts';
import { CLASS_NAMES, type GeneratorError, type Strength } from '../generator/index.ts';
import type { ApiProblem } from '../messaging/api-problem.ts';
import type { ApiFailure, FillOutcome } from '../messaging/fill-outcome.ts';
import type { Adjustment } from '../site-rules/fit/adjustments.ts';
import { type Bound, SOURCES } from '../site-rules/rule.ts';
import type { SiteNotes } from '../site-rules/site-notes.ts';
import { amount, flag, host, listOf, maybe, oneOf, type Schema, text, time, unionBy } from './schema.ts';

/** Longer than any text of a rule or an error that is told. */
const words = text(4096);
/** For lists, of which no fill has as many entries. */
const MAX_LISTED = 100;

export const strengthSchema = oneOf<Strength>(['very_weak', 'weak', 'fair', 'strong', 'very_strong']);

const value = { value: amount };
const characters = { characters: words };
const limit = { ...characters, max: amount };
const boundSchema = unionBy<Bound, 'code'>('code', {
  min_length: value,
  max_length: value,
  max_consecutive: value,
  max_sequential: value,
  allowed: characters,
  not_first: characters,
  not_last: characters,
  required: { ...characters, min: amount },
  limited: limit,
  runs: limit,
  repeats: limit,
  blocked: { text: words },
  pattern: {},
});

const by = maybe(oneOf(SOURCES));
const to = { to: amount, by };
const bound = { bound: boundSchema, by };
const characterClass = oneOf(CLASS_NAMES);
const adjustmentSchema = unionBy<Adjustment, 'code'>('code', {
  shortened: to,
  lengthened: to,
  strengthened: to,
  repeats_limited: to,
  class_removed: { characterClass, by },
  class_limited: { characterClass, ...characters, by },
  class_added: { characterClass: oneOf([...CLASS_NAMES, 'space']), ...characters, by },
  class_capped: { characterClass, ...to },
  minimum_lowered: { characterClass, ...to },
  minimum_capped: bound,
  bound_ignored: bound,
  bound_too_weak: bound,
  excluded_allowed: { ...characters, by },
  classes_added: { by },
  repeats_allowed: { by },
  pattern_ignored: { by },
});

const isTrue = maybe(oneOf([true]));
const notesSchema = v.object({
  host,
  adjustments: listOf(adjustmentSchema, MAX_LISTED),
  unmet: maybe(boundSchema),
  bits: amount,
  isAtLeast: isTrue,
  isAtMost: isTrue,
  strength: strengthSchema,
}) as Schema<SiteNotes>;

const isRange = (stored: unknown) =>
  Array.isArray(stored) && stored.length === 2 && stored.every((end) => typeof end === 'number');

/** Its code chooses the sentence; an unknown one gives that for any other error. */
const generatorErrorSchema = v.object({
  code: words as Schema<GeneratorError['code']>,
  option: words,
  message: words,
  characterClass: maybe(characterClass),
  range: maybe(v.custom<readonly [number, number]>(isRange)),
}) as Schema<GeneratorError>;

/** What the sentence of a problem needs. The names of options and of other problems are not kept. */
const problemSchema = v.object({
  code: oneOf([...API_ERROR_CODES, 'no_key', 'key_locked', 'key_lost', 'no_permission', 'no_reply']),
  status: maybe(amount),
  retryAtMs: maybe(time),
  detail: maybe(words),
  rejected: maybe(v.object({ option: oneOf(PARAMETERS), min: maybe(amount), max: maybe(amount) })),
  reason: maybe(text(40) as Schema<Refusal>),
  cause: maybe(text(40) as Schema<BlockedCause>),
  generatorError: maybe(generatorErrorSchema),
}) as Schema<unknown> as Schema<ApiProblem>;

const failureSchema = v.object({ host, problem: problemSchema }) as Schema<ApiFailure>;

type FillProblem = Extract<FillOutcome, { code: 'changed' }>['problems'][number];
const fillProblemSchema = unionBy<FillProblem, 'kind'>('kind', {
  removed: {},
  cleared: {},
  reverted: {},
  confirm_empty: {},
  field_changed: {},
  mismatch: {},
  truncated: { to: amount },
  invalid: { reason: oneOf(['too_short', 'too_long', 'pattern', 'page']), atLeast: maybe(amount) },
});

const madeBy = maybe(host);

/** How a fill ended. A part without which the outcome can still be told is left out if it is invalid. */
export const outcomeSchema = unionBy<FillOutcome, 'code'>('code', {
  filled: {
    fields: amount,
    site: maybe(notesSchema),
    weak: maybe(flag),
    insteadOf: maybe(failureSchema),
    madeBy,
  },
  changed: { problems: listOf(fillProblemSchema, MAX_LISTED), madeBy },
  undone: {},
  moved: { madeBy },
  no_field: {},
  unlikely_form: {},
  unclear_fields: {},
  no_access: {},
  policy_blocked: {},
  local_file: {},
  foreign_frame: { host },
  opaque_frame: {},
  too_long: { maxLength: amount },
  impossible: { error: generatorErrorSchema },
  pin_refused: { bound: boundSchema },
  api_failed: { failure: failureSchema },
  not_saved: {},
  failed: {},
});
