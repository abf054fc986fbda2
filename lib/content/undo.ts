import { fillField } from './fill-field.ts';
import { noteSeat } from './focus.ts';
import type { Here } from './here.ts';
import type { FilledValue, Memory } from './memory.ts';
import { valueIn } from './native.ts';
import { nextTask } from './pause.ts';
import { isWritable } from './visible.ts';

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
export function undoable({ lastFill }: Memory): number {
  return lastFill?.values.filter(isUntouched).length ?? 0;
}

/** Gives the fields back what they held before the last fill, but none that holds something newer. */
export async function undoFill(here: Here, memory: Memory): Promise<FrameUndo | undefined> {
  const { lastFill } = memory;
  if (!lastFill) return undefined;
  memory.lastFill = undefined;
  const { values, entryId } = lastFill;
  const untouched = values.filter(isUntouched);
  const seat = noteSeat(here);
  for (const { field, before } of untouched) {
    fillField(field, before, { focus: seat.free, inputType: 'historyUndo' });
    await nextTask();
  }
  seat.giveBack();
  const restored = untouched.filter(({ field, before }) => valueIn(field) === before).length;
  return { restored, left: values.length - restored, entryId };
}

function isUntouched({ field, after }: FilledValue): boolean {
  return isWritable(field) && valueIn(field) === after;
}
