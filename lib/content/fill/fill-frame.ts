import { newErrorLines, passwordHints } from '../detect/password-hints.ts';
import { findTargets, type Targets } from '../detect/targets.ts';
import { saveFocus } from '../dom/focus.ts';
import { type FrameContext, originOf } from '../dom/frame-context.ts';
import { valueIn } from '../dom/native.ts';
import { nextTask, pause } from '../dom/timing.ts';
import { isWritable } from '../dom/visibility.ts';
import { fillField } from './fill-field.ts';
import type { FrameState } from './fill-state.ts';
import { lateFields } from './late-fields.ts';
import { type FilledField, type FillProblem, snapshotField, verifyField } from './verify-field.ts';

/** The result of a fill, as verified in the fields. */
export type FrameFill =
  | { readonly outcome: 'filled'; readonly fields: number }
  | {
      readonly outcome: 'changed';
      readonly fields: number;
      readonly problems: readonly FillProblem[];
      /** The texts that have appeared at an invalid field, raw but without the password. */
      readonly errors?: readonly string[];
    }
  | { readonly outcome: 'no_field' | 'moved' };

/** A password, and the document that it is for. */
export interface FillRequest {
  readonly password: string;
  readonly entryId: string;
  /** The origin that the survey found. Like `visit`, it has to match, or the document is another one. */
  readonly origin: string;
  readonly visit: string;
}

/** How often new fields are searched for, because some pages render their fields again without end. */
const MAX_ROUNDS = 3;
/** How long the page may react to a round, in milliseconds. */
const REACTION_MS = 60;
/** How long the page may change values after the last round, in milliseconds. */
const SETTLING_MS = 150;

/**
 * Fills the targets and the fields that replace them, waits for the page to react, and verifies the fields. A
 * document other than the surveyed one gets nothing.
 */
export async function fillFrame(
  context: FrameContext,
  state: FrameState,
  request: FillRequest,
  targetElement: Element | null,
): Promise<FrameFill> {
  const { document } = context;
  if (state.visit !== request.visit || originOf(document) !== request.origin) return { outcome: 'moved' };
  let targets = findTargets(context, targetElement);
  const expected = targets.fields.length;
  if (expected === 0) return { outcome: 'no_field' };

  const { texts } = passwordHints(targets);
  const filled: FilledField[] = [];
  for (let round = 0; round < MAX_ROUNDS && targets.fields.length > 0; round++) {
    await fillRound(context, targets.fields, request, filled, round > 0);
    await pause(document, REACTION_MS);
    targets = lateFields(context, filled, targetElement);
  }
  await pause(document, SETTLING_MS);
  return verifyFill(state, request, filled, { expected, texts, labels: targets.labels });
}

/**
 * Fills each writable target in a task of its own, because a framework renders between two fields. A field
 * that has appeared since an earlier round is filled only if it is empty, because the framework may have
 * copied the value to it.
 */
async function fillRound(
  context: FrameContext,
  targets: readonly HTMLInputElement[],
  { password, origin }: FillRequest,
  filled: FilledField[],
  isLate: boolean,
): Promise<void> {
  const savedFocus = saveFocus(context);
  for (const field of targets) {
    if (originOf(context.document) !== origin) return;
    if (!isWritable(field)) continue;
    const snapshot = snapshotField(field);
    filled.push(isLate ? { ...snapshot, before: '' } : snapshot);
    if (!isLate || snapshot.before === '') fillField(field, password, { focus: savedFocus.mayBorrow });
    await nextTask();
  }
  savedFocus.restore();
}

/** The number of fields and their texts before the fill, and the page's labels after it. */
interface FilledPage extends Pick<Targets, 'labels'> {
  readonly expected: number;
  readonly texts: readonly string[];
}

/**
 * Verifies the fields and keeps them for an undo. A field that has gone is a problem unless another has
 * replaced it.
 */
function verifyFill(
  state: FrameState,
  { password, entryId }: FillRequest,
  filled: readonly FilledField[],
  { expected, texts, labels }: FilledPage,
): FrameFill {
  const live = filled.filter(({ field }) => field.isConnected);
  const values = live.map(({ field, before }) => ({ field, before, after: valueIn(field) }));
  state.lastFill = { at: Date.now(), entryId, values };
  const problems = live.flatMap((one) => verifyField(one, password) ?? []);
  if (live.length < expected) problems.unshift({ kind: 'removed' });
  if (problems.length === 0) return { outcome: 'filled', fields: live.length };
  const isInvalid = problems.some(({ kind }) => kind === 'invalid');
  const fields = live.map(({ field }) => field);
  return {
    outcome: 'changed',
    fields: live.length,
    problems,
    ...(isInvalid && { errors: newErrorLines({ fields, labels }, texts, password) }),
  };
}
