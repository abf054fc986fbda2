import { systemRandom } from '../generator/random.ts';
import { foreignFrames, showsFrame } from './detect/child-frames.ts';
import { type PasswordHints, passwordHints } from './detect/password-hints.ts';
import { findTargets } from './detect/targets.ts';
import { focusedElement, isFrame } from './dom/focus.ts';
import { type FrameContext, originOf } from './dom/frame-context.ts';
import { hasFocus } from './dom/native.ts';
import type { FrameState } from './fill/fill-state.ts';
import { undoable } from './fill/undo.ts';

/** What a frame says before anything is filled. Strings from the page are data, never trusted. */
export interface FrameSurvey {
  /** The name of this look at the document: only the document that was looked at last by this name is filled. */
  readonly visit: string;
  /** The frame's own origin, checked again just before filling; `null` in a sandbox. */
  readonly origin: string;
  /** How many fields one password would go into; 0 where there is none. */
  readonly fields: number;
  /** Whether the frame holds the focus. */
  readonly focused: boolean;
  /** Whether the focus is in a frame of this one, or was before the popup took it. */
  readonly focusBelow: boolean;
  /** What the page says about the password for these fields. */
  readonly hints?: PasswordHints;
  /** How many fields still hold the last fill, and when that was, in milliseconds since 1970. */
  readonly undo?: { readonly fields: number; readonly at: number };
  /** Where no field was found: whether a frame is shown that could hold one. */
  readonly framed: boolean;
  /** Where no field was found: the origins of frames that could hold one and that no click here opens. */
  readonly foreign?: readonly string[];
}

/** Looks at the frame without changing anything, and has its memory keep the name of the visit. */
export function surveyFrame(
  here: FrameContext,
  memory: FrameState,
  targetElement: Element | null,
): FrameSurvey {
  const { document } = here;
  const targets = findTargets(here, targetElement);
  const framed = targets.length === 0 && showsFrame(here);
  const foreign = framed ? foreignFrames(document) : [];
  const fields = undoable(memory);
  const focusBelow = isFrame(focusedElement(here));
  memory.visit = newName();
  return {
    visit: memory.visit,
    origin: originOf(document),
    fields: targets.length,
    focused: hasFocus(document) && !focusBelow,
    focusBelow,
    framed,
    ...(targets.length > 0 && { hints: passwordHints(targets) }),
    ...(fields > 0 && memory.lastFill && { undo: { fields, at: memory.lastFill.at } }),
    ...(foreign.length > 0 && { foreign }),
  };
}

/** A name that no other look has had; `randomUUID` is for https only. */
function newName(): string {
  const bytes = new Uint8Array(16);
  systemRandom(bytes);
  return bytes.join('-');
}
