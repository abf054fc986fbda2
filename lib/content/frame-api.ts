import { focusedElement } from './dom/focus.ts';
import type { FrameContext } from './dom/frame-context.ts';
import { settled } from './dom/timing.ts';
import { type FillRequest, type FrameFill, fillFrame } from './fill/fill-frame.ts';
import type { FrameState } from './fill/fill-state.ts';
import { type FrameUndo, undoFill } from './fill/undo.ts';
import { type FrameSurvey, surveyFrame } from './survey.ts';

/**
 * What a person pointed at: nothing (a command), the element that a right click has focused, or the number by which
 * Firefox names the element that was right-clicked. A word for nothing, for Chromium drops a `null` on the way into
 * the frame.
 */
export type TargetHint = 'nothing' | 'focused' | number;

/**
 * The functions that the background calls in a frame, by name. Each survey makes up a name for its `visit` and leaves it
 * in the document's memory; only the document that has it is filled.
 */
export interface FrameApi {
  survey(request: { readonly hint: TargetHint }): Promise<FrameSurvey>;
  fill(request: FillRequest & { readonly hint: TargetHint }): Promise<FrameFill>;
  undo(request: { readonly visit: string }): Promise<FrameUndo | undefined>;
}

/** The isolated world's globals, where door and memory stand and no page sees them. */
export type FrameGlobals = { passmint?: FrameApi; passmintMemory?: FrameState };

/** The door into one document; `memory` outlives it when the script is injected again. */
export function createFrameApi(
  document: Document,
  reach: Omit<FrameContext, 'document'>,
  memory: FrameState,
): FrameApi {
  const here: FrameContext = { document, ...reach };
  const targetElement = (hint: TargetHint) => {
    if (typeof hint === 'number') return here.elementNamed(hint) ?? focusedElement(here);
    return hint === 'focused' ? focusedElement(here) : null;
  };
  return {
    async survey({ hint }) {
      await settled(document);
      return surveyFrame(here, memory, targetElement(hint));
    },
    fill: ({ hint, ...request }) => fillFrame(here, memory, request, targetElement(hint)),
    undo: async ({ visit }) => (visit === memory.visit ? undoFill(here, memory) : undefined),
  };
}
