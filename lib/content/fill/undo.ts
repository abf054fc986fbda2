import { saveFocus } from '../dom/focus.ts';
import type { FrameContext } from '../dom/frame-context.ts';
import { valueIn } from '../dom/native.ts';
import { nextTask } from '../dom/timing.ts';
import { isWritable } from '../dom/visibility.ts';
import { fillField, wakeField } from './fill-field.ts';
import type { FilledValue, FrameState } from './fill-state.ts';

/** How many fields still hold the last fill, and when it was made, in milliseconds since 1970. */
export interface UndoableFill {
  readonly fields: number;
  readonly at: number;
}

/** The result of undoing a fill. */
export interface FrameUndo {
  /** How many fields hold their value from before the fill again. */
  readonly restored: number;
  /** How many do not, because somebody has changed them since or the page keeps its value. */
  readonly left: number;
  /** The id of the removed password's entry in the history. */
  readonly entryId: string;
}

/** Counts the fields that still hold what the last fill left in them; `undefined` if there are none. */
export function undoable({ lastFill }: FrameState): UndoableFill | undefined {
  const fields = lastFill?.values.filter(isUntouched).length;
  return fields ? { fields, at: lastFill.at } : undefined;
}

/** Restores the values from before the last fill, except in fields that hold something newer. */
export async function undoFill(context: FrameContext, state: FrameState): Promise<FrameUndo | undefined> {
  const { lastFill } = state;
  if (!lastFill) return undefined;
  state.lastFill = undefined;
  const { values, entryId } = lastFill;
  const untouched = values.filter(isUntouched);
  const savedFocus = saveFocus(context);
  const focus = savedFocus.mayBorrow;
  for (const { field, before } of untouched) {
    const isEntered = await wakeField(field, focus);
    if (!isWritable(field)) continue;
    fillField(field, before, { focus, inputType: 'historyUndo', isEntered });
    await nextTask();
  }
  savedFocus.restore();
  const restored = untouched.filter(({ field, before }) => valueIn(field) === before).length;
  return { restored, left: values.length - restored, entryId };
}

function isUntouched({ field, after }: FilledValue): boolean {
  return field.isConnected && valueIn(field) === after;
}
