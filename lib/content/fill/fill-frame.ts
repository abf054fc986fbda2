import { newErrorLines, passwordHints } from '../detect/password-hints.ts';
import { findTargets } from '../detect/targets.ts';
import { saveFocus } from '../dom/focus.ts';
import { type FrameContext, originOf } from '../dom/frame-context.ts';
import { valueIn } from '../dom/native.ts';
import { nextTask, pause } from '../dom/timing.ts';
import { isWritable } from '../dom/visibility.ts';
import { fillField } from './fill-field.ts';
import type { FrameState } from './fill-state.ts';
import { lateFields } from './late-fields.ts';
import { type FilledField, type FillProblem, snapshotField, verifyField } from './verify.ts';

/** How a fill went, as read back from the fields. */
export type FrameFill =
  | { readonly outcome: 'filled'; readonly fields: number }
  | {
      readonly outcome: 'changed';
      readonly fields: number;
      readonly problems: readonly FillProblem[];
      /** Where a field is not valid: what the page has come to say there, raw and without the password. */
      readonly errors?: readonly string[];
    }
  | { readonly outcome: 'no_field' | 'moved' };

/** What is to be filled into which document. */
export interface FillRequest {
  readonly password: string;
  readonly entryId: string;
  /** The origin and the visit of the survey: without both, the document is not the one that was looked at. */
  readonly origin: string;
  readonly visit: string;
}

/** How often fields are looked for again: a page that makes its fields anew for ever gets no more passwords. */
const ROUNDS = 3;
/** How many milliseconds a page has to react to a round, and to change its mind at the end. */
const REACTION_MS = 60;
const SECOND_THOUGHTS_MS = 150;

/**
 * Fills the targets and what takes their place, lets the page react, and reads back. Nothing is given to a document
 * other than the surveyed one.
 */
export async function fillFrame(
  here: FrameContext,
  memory: FrameState,
  request: FillRequest,
  targetElement: Element | null,
): Promise<FrameFill> {
  const { document } = here;
  if (!isSurveyed(here, memory, request)) return { outcome: 'moved' };
  let targets = findTargets(here, targetElement);
  if (targets.length === 0) return { outcome: 'no_field' };

  const seen = targets.length;
  const { texts } = passwordHints(targets);
  const filled: FilledField[] = [];
  for (let round = 0; round < ROUNDS && targets.length > 0; round++) {
    await fillRound(here, targets, request, filled, round > 0);
    await pause(document, REACTION_MS);
    targets = lateFields(here, filled, targetElement);
  }
  await pause(document, SECOND_THOUGHTS_MS);
  return report(memory, request, filled, { seen, texts });
}

function isSurveyed({ document }: FrameContext, { visit }: FrameState, request: FillRequest): boolean {
  return visit === request.visit && originOf(document) === request.origin;
}

/**
 * Fills each of `targets` that can still be written, one a task: a framework renders what the last one changed. Of
 * those that came later only the empty ones: a framework may have given the value to the field that it made anew.
 */
async function fillRound(
  here: FrameContext,
  targets: readonly HTMLInputElement[],
  { password, origin }: FillRequest,
  filled: FilledField[],
  later: boolean,
): Promise<void> {
  const seat = saveFocus(here);
  for (const field of targets) {
    if (originOf(here.document) !== origin) return;
    if (!isWritable(field)) continue;
    const note = snapshotField(field);
    filled.push(later ? { ...note, before: '' } : note);
    if (!later || note.before === '') fillField(field, password, { focus: seat.mayBorrow });
    await nextTask();
  }
  seat.restore();
}

/** Reads the fields back and remembers them; `seen` fields and `texts` were there before. One that is gone counts unless another has taken its place. */
function report(
  memory: FrameState,
  { password, entryId }: FillRequest,
  filled: readonly FilledField[],
  { seen, texts }: { readonly seen: number; readonly texts: readonly string[] },
): FrameFill {
  const live = filled.filter(({ field }) => field.isConnected);
  const values = live.map(({ field, before }) => ({ field, before, after: valueIn(field) }));
  memory.lastFill = { at: Date.now(), entryId, values };
  const problems = live.flatMap((one) => verifyField(one, password) ?? []);
  if (live.length < seen) problems.unshift({ kind: 'removed' });
  const fields = live.length;
  if (problems.length === 0) return { outcome: 'filled', fields };
  const isInvalid = problems.some(({ kind }) => kind === 'invalid');
  const read = live.map(({ field }) => field);
  return {
    outcome: 'changed',
    fields,
    problems,
    ...(isInvalid && { errors: newErrorLines(read, texts, password) }),
  };
}
