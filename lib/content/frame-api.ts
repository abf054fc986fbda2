import type { PasswordHints } from './detect/password-hints.ts';
import { focusedElement } from './dom/focus.ts';
import type { FrameContext } from './dom/frame-context.ts';
import { settled } from './dom/timing.ts';
import { type FillRequest, type FrameFill, fillFrame } from './fill/fill-frame.ts';
import type { FrameState } from './fill/fill-state.ts';
import { hintsOnFocus } from './fill/hints-on-focus.ts';
import { type FrameUndo, undoFill } from './fill/undo.ts';
import { type FrameSurvey, surveyFrame } from './survey.ts';

/**
 * Which element a person chose: none (a command), the one that a right click has focused, or the one behind a
 * Firefox menu id. None is a string, because Chromium drops `null` from the arguments of an injected
 * function.
 */
export type TargetHint = 'nothing' | 'focused' | number;

/**
 * The functions that the background calls in a frame. Each survey stores a new `visit` id in the document's
 * state, and only the document that has it is filled.
 */
export interface FrameApi {
  survey(request: { readonly hint: TargetHint }): Promise<FrameSurvey>;
  /** Reads the hints while the field has the focus, if this is still the surveyed document. */
  hints(request: { readonly hint: TargetHint; readonly visit: string }): Promise<PasswordHints | undefined>;
  fill(request: FillRequest & { readonly hint: TargetHint }): Promise<FrameFill>;
  undo(request: { readonly visit: string }): Promise<FrameUndo | undefined>;
}

/**
 * The property of the isolated world's global that holds the API and the state, which no page can see. It is
 * a symbol because named forms and frames of the page are properties of that global, too.
 */
export const FRAME_KEY: unique symbol = Symbol.for('passmint');

/** The global of the isolated world, once the script was injected. */
export type FrameGlobals = { [FRAME_KEY]?: FrameApi & { readonly state: FrameState } };

/** Creates the API of one document. `state` outlives it when the script is injected again. */
export function createFrameApi(
  document: Document,
  capabilities: Omit<FrameContext, 'document'>,
  state: FrameState = {},
): NonNullable<FrameGlobals[typeof FRAME_KEY]> {
  const context: FrameContext = { document, ...capabilities };
  const targetElement = (hint: TargetHint) => {
    if (hint === 'nothing') return null;
    return (hint === 'focused' ? null : context.elementNamed(hint)) ?? focusedElement(context);
  };
  return {
    state,
    async survey({ hint }) {
      await settled(document);
      return surveyFrame(context, state, targetElement(hint));
    },
    hints: async ({ hint, visit }) =>
      visit === state.visit ? hintsOnFocus(context, state, targetElement(hint)) : undefined,
    fill: ({ hint, ...request }) => fillFrame(context, state, request, targetElement(hint)),
    undo: async ({ visit }) => (visit === state.visit ? undoFill(context, state) : undefined),
  };
}
