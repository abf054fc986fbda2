import { systemRandom } from '../generator/random.ts';
import { hidesText } from './detect/candidates.ts';
import { foreignFrames, frameOrigin, showsFrame } from './detect/child-frames.ts';
import { type PasswordHints, passwordHints } from './detect/password-hints.ts';
import { findTargets, type Refusal } from './detect/targets.ts';
import { focusedElement, isFrame } from './dom/focus.ts';
import { type FrameContext, originOf } from './dom/frame-context.ts';
import { hasFocus } from './dom/native.ts';
import type { FrameState } from './fill/fill-state.ts';
import { type UndoableFill, undoable } from './fill/undo.ts';

/** What one frame offers before anything is filled. Its strings come from the page and are never trusted. */
export interface FrameSurvey {
  /** The id of this survey. Only the document whose last survey has this id is filled. */
  readonly visit: string;
  /** The frame's own origin, checked again just before filling; `null` in a sandbox. */
  readonly origin: string;
  /**
   * Whether nobody on the network can read and change the page. The isolated world's own global says so,
   * which neither a script nor the name of an element can hide.
   */
  readonly secure: boolean;
  /** How many fields one password would fill. */
  readonly fields: number;
  /** Whether the frame has the focus. */
  readonly focused: boolean;
  /** Whether a child frame has the focus, or had it before the popup opened. */
  readonly focusBelow: boolean;
  /** Whether that child frame has no origin of its own, so that it is never filled. */
  readonly focusOpaque?: boolean;
  /** What the page states about the password for these fields. */
  readonly hints?: PasswordHints;
  /** Why no field is filled, although the frame has password fields. */
  readonly refusal?: Refusal;
  readonly undo?: UndoableFill;
  /** Whether no field was found but a visible frame could hold one. */
  readonly framed: boolean;
  /**
   * The origins of frames that could hold the field and need a permission, if no field was found; `null` for
   * those without an origin, which no permission opens.
   */
  readonly foreign?: readonly string[];
}

/** Surveys the frame without changing the page, and stores the id of the survey in `state`. */
export function surveyFrame(
  context: FrameContext,
  state: FrameState,
  targetElement: Element | null,
): FrameSurvey {
  const { document } = context;
  const targets = findTargets(context, targetElement);
  const fields = targets.fields.length;
  const { refusal } = targets;
  const framed = fields === 0 && refusal !== 'unlikely_form' && showsFrame(context);
  const foreign = framed ? foreignFrames(document) : [];
  const undo = undoable(state);
  const focused = focusedElement(context);
  const focusBelow = isFrame(focused);
  const focusOpaque = focusBelow && frameOrigin(focused as HTMLIFrameElement, '') === 'null';
  state.forms = new Map(targets.fields.map((field) => [field, field.form]));
  state.isShown = targets.fields.some((field) => !hidesText(field));
  state.visit = randomId();
  return {
    visit: state.visit,
    origin: originOf(document),
    secure: isSecureContext,
    fields,
    focused: hasFocus(document) && !focusBelow,
    focusBelow,
    framed,
    ...(focusOpaque && { focusOpaque }),
    ...(fields > 0 && { hints: passwordHints(targets) }),
    ...(refusal && { refusal }),
    ...(undo && { undo }),
    ...(foreign.length > 0 && { foreign }),
  };
}

/** Makes an id that no other survey has; `randomUUID` exists in secure contexts only. */
function randomId(): string {
  const bytes = new Uint8Array(16);
  systemRandom(bytes);
  return bytes.join('-');
}
