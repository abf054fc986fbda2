import { isRepeat, readExplicitText } from '../detect/field-text.ts';
import { newErrorLines, passwordHints } from '../detect/password-hints.ts';
import { findTargets, type Targets } from '../detect/targets.ts';
import { saveFocus } from '../dom/focus.ts';
import { type FrameContext, originOf } from '../dom/frame-context.ts';
import { valueIn } from '../dom/native.ts';
import { nextTask, pause } from '../dom/timing.ts';
import { createSight, isWritable } from '../dom/visibility.ts';
import { fillField, wakeField } from './fill-field.ts';
import type { FrameState } from './fill-state.ts';
import { lastCheck } from './last-check.ts';
import { hiddenConfirms, lateFields } from './late-fields.ts';
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

/** How often fields are searched for, because some pages render their fields again without end. */
const MAX_ROUNDS = 3;
/** How long the page may react to a round, in milliseconds. */
const REACTION_MS = 60;
/** How long a page has to open its confirm field once it has the password, in milliseconds. */
const OPENING_MS = 1500;
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
  const known = findTargets(context, targetElement);
  if (known.fields.length === 0) return { outcome: 'no_field' };
  const { texts } = passwordHints(known);
  const hidden = hiddenConfirms(context, known);
  const fill: Fill = {
    context,
    request,
    labels: known.labels,
    state,
    isStopped: false,
    filled: [],
    tried: new Set(),
  };

  await fillRound(fill, known.fields, false);
  if (fill.filled.length === 0 && !fill.isStopped) return { outcome: 'no_field' };
  const awaited = [...known.fields, ...hidden].filter((field) => !isFilled(fill, field));
  await fillLateFields(fill, targetElement, awaited);
  await pause(document, SETTLING_MS);
  return verifyFill(fill, { known: known.fields, awaited, texts });
}

/** A fill that is under way. */
interface Fill extends Pick<Targets, 'labels'> {
  readonly context: FrameContext;
  readonly request: FillRequest;
  readonly state: FrameState;
  /** Whether the page has changed a field right before it would have been filled, which ends the fill. */
  isStopped: boolean;
  readonly filled: FilledField[];
  /** The fields that have had their turn, among them those that the page keeps closed. */
  readonly tried: Set<HTMLInputElement>;
}

const isFilled = ({ filled }: Fill, field: HTMLInputElement) => filled.some((one) => one.field === field);

/**
 * Fills the fields that have appeared meanwhile, as long as more appear, and waits for those that the page
 * has to open first.
 */
async function fillLateFields(
  fill: Fill,
  targetElement: Element | null,
  awaited: readonly HTMLInputElement[],
): Promise<void> {
  const { context, filled, tried } = fill;
  const until = performance.now() + OPENING_MS;
  const isAwaited = (field: HTMLInputElement) =>
    field.isConnected && valueIn(field) === '' && !isFilled(fill, field) && performance.now() < until;
  for (let left = MAX_ROUNDS - 1; left > 0 && !fill.isStopped; ) {
    await pause(context.document, REACTION_MS);
    const found = lateFields(context, filled, targetElement);
    const late = found.filter((field) => isWritable(field) || !tried.has(field));
    if (late.length > 0) left--;
    else if (!awaited.some(isAwaited)) return;
    await fillRound(fill, late, true);
  }
}

/**
 * Fills each target in a task of its own, because a framework renders between two fields. A field that has
 * appeared since an earlier round is filled only if it is empty, because the framework may have copied the
 * value to it. A confirm field stays empty if the field before it does.
 */
async function fillRound(fill: Fill, targets: readonly HTMLInputElement[], isLate: boolean): Promise<void> {
  const { context, request, state, filled, tried } = fill;
  const savedFocus = saveFocus(context);
  const focus = savedFocus.mayBorrow;
  let isClosed = false;
  for (const field of targets) {
    tried.add(field);
    if (isClosed && isRepeat(readExplicitText(field, fill.labels))) continue;
    const before = snapshotField(field);
    const snapshot = { ...before, marked: before.marked && !state.unmarked?.includes(field) };
    const mayWrite = lastCheck(fill, field);
    const isEntered = await wakeField(field, focus);
    isClosed = !isWritable(field);
    if (isClosed) continue;
    const isOpen = !isLate || snapshot.before === '';
    if (isOpen && !fillField(field, request.password, { focus, isEntered, mayWrite }) && field.isConnected) {
      fill.isStopped = true;
      break;
    }
    filled.push(isLate ? { ...snapshot, before: '' } : snapshot);
    await nextTask();
  }
  savedFocus.restore();
}

/** The fields that were known before the fill, with the texts at them. */
interface KnownFields {
  readonly known: readonly HTMLInputElement[];
  /** The fields that the page had to open or to show first. */
  readonly awaited: readonly HTMLInputElement[];
  readonly texts: readonly string[];
}

/**
 * Verifies the fields and keeps them for an undo. A field that has gone is a problem unless another has
 * replaced it, and so is a known field that stayed empty.
 */
function verifyFill(fill: Fill, { known, awaited, texts }: KnownFields): FrameFill {
  const { context, state, filled, labels, isStopped } = fill;
  const { password, entryId } = fill.request;
  const live = filled.filter(({ field }) => field.isConnected);
  const left = awaited.filter((field) => field.isConnected && !isFilled(fill, field));
  const fields = live.map(({ field }) => field);
  const values = live.map(({ field, before }) => ({ field, before, after: valueIn(field) }));
  state.lastFill = { at: Date.now(), entryId, values };
  if (isStopped) return { outcome: 'changed', fields: live.length, problems: [{ kind: 'field_changed' }] };
  const problems = live.flatMap((one) => verifyField(one, password) ?? []);
  if (live.length + left.length < known.length) problems.unshift({ kind: 'removed' });
  const sight = createSight(context.document);
  if (left.some((field) => valueIn(field) === '' && sight(field))) problems.push({ kind: 'confirm_empty' });
  if (problems.length === 0) return { outcome: 'filled', fields: live.length };
  const isInvalid = problems.some(({ kind }) => kind === 'invalid');
  return {
    outcome: 'changed',
    fields: live.length,
    problems,
    ...(isInvalid && { errors: newErrorLines({ fields, labels }, texts, password) }),
  };
}
