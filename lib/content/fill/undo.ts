import { saveFocus } from '../dom/focus.ts';
import type { FrameContext } from '../dom/frame-context.ts';
import { valueIn } from '../dom/native.ts';
import { nextTask } from '../dom/timing.ts';
import { isWritable } from '../dom/visibility.ts';
import { fillField } from './fill-field.ts';
import type { FilledValue, FrameState } from './fill-state.ts';

/** How undoing went. */
export interface FrameUndo {
  /** How many fields hold again what they held before the fill. */
  readonly restored: number;
  /** How many do not: somebody has changed them since, or the page does not let go. */
  readonly left: number;
  /** The entry of the password that was taken out. */
  readonly entryId: string;
}

/** How many fields still hold what was filled last. */
export function undoable({ lastFill }: FrameState): number {
  return lastFill?.values.filter(isUntouched).length ?? 0;
}

/** Gives the fields back what they held before the last fill, but none that holds something newer. */
export async function undoFill(here: FrameContext, memory: FrameState): Promise<FrameUndo | undefined> {
  const { lastFill } = memory;
  if (!lastFill) return undefined;
  memory.lastFill = undefined;
  const { values, entryId } = lastFill;
  const untouched = values.filter(isUntouched);
  const seat = saveFocus(here);
  for (const { field, before } of untouched) {
    fillField(field, before, { focus: seat.mayBorrow, inputType: 'historyUndo' });
    await nextTask();
  }
  seat.restore();
  const restored = untouched.filter(({ field, before }) => valueIn(field) === before).length;
  return { restored, left: values.length - restored, entryId };
}

function isUntouched({ field, after }: FilledValue): boolean {
  return isWritable(field) && valueIn(field) === after;
}
