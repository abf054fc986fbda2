import { focusedElement } from './focus.ts';
import { type FillRequest, type FrameFill, fillFrame } from './frame.ts';
import type { Here } from './here.ts';
import type { Memory } from './memory.ts';
import { settled } from './settled.ts';
import { type FrameSurvey, surveyFrame } from './survey.ts';
import { type FrameUndo, undoFill } from './undo.ts';

/**
 * What a person pointed at: nothing (a command), the element that a right click has focused, or the number by which
 * Firefox names the element that was right-clicked. A word for nothing, for Chromium drops a `null` on the way into
 * the frame.
 */
export type Meant = 'nothing' | 'focused' | number;

/**
 * The functions that the background calls in a frame, by name. Each survey makes up a name for its `visit` and leaves it
 * in the document's memory; only the document that has it is filled.
 */
export interface FrameDoor {
  survey(request: { readonly meant: Meant }): Promise<FrameSurvey>;
  fill(request: FillRequest & { readonly meant: Meant }): Promise<FrameFill>;
  undo(request: { readonly visit: string }): Promise<FrameUndo | undefined>;
}

/** The isolated world's globals, where door and memory stand and no page sees them. */
export type DoorScope = { passmint?: FrameDoor; passmintMemory?: Memory };

/** The door into one document; `memory` outlives it when the script is injected again. */
export function frameDoor(document: Document, reach: Omit<Here, 'document'>, memory: Memory): FrameDoor {
  const here: Here = { document, ...reach };
  const meantElement = (meant: Meant) => {
    if (typeof meant === 'number') return here.elementNamed(meant) ?? focusedElement(here);
    return meant === 'focused' ? focusedElement(here) : null;
  };
  return {
    async survey({ meant }) {
      await settled(document);
      return surveyFrame(here, memory, meantElement(meant));
    },
    fill: ({ meant, ...request }) => fillFrame(here, memory, request, meantElement(meant)),
    undo: async ({ visit }) => (visit === memory.visit ? undoFill(here, memory) : undefined),
  };
}
