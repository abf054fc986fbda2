import { isFrameName } from './focus.ts';
import type { Here } from './here.ts';
import { eachElement } from './reach.ts';
import { isSeen } from './visible.ts';

/** Smaller than any frame with a field that a person types into; CSS pixels. */
const TOO_SMALL = { width: 40, height: 12 };

/** Whether the document shows a frame that could hold a field, also in its shadow roots. Of others it can have hundreds. */
export function showsFrame(here: Here): boolean {
  let shows = false;
  eachElement(here.document, here, (element, name) => {
    shows ||= isFrameName(name) && isSeen(element, TOO_SMALL);
  });
  return shows;
}
