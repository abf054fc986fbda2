import { focusedElement } from './fields.ts';
import { type FrameFill, type FrameSurvey, fillFrame, surveyFrame } from './frame.ts';

/**
 * What a person pointed at: nothing (a command), the element that a right click has focused, or the number by which
 * Firefox names the element that was right-clicked. A word for nothing, for Chromium drops a `null` on the way into
 * the frame.
 */
export type Meant = 'nothing' | 'focused' | number;

/** The functions that the background calls in a frame, by name. */
export interface FrameDoor {
  survey(request: { readonly meant: Meant }): FrameSurvey;
  fill(request: {
    readonly meant: Meant;
    readonly password: string;
    readonly origin: string;
  }): Promise<FrameFill>;
}

/** The isolated world's global, where the door stands and no page sees it. */
export type DoorScope = { passmint?: FrameDoor };

/** The door into one document; `elementNamed` finds the element of a Firefox menu number. */
export function frameDoor(document: Document, elementNamed: (id: number) => Element | null): FrameDoor {
  const meantElement = (meant: Meant) => {
    if (typeof meant === 'number') return elementNamed(meant) ?? focusedElement(document);
    return meant === 'focused' ? focusedElement(document) : null;
  };
  return {
    survey: ({ meant }) => surveyFrame(document, meantElement(meant)),
    fill: ({ meant, ...request }) => fillFrame(document, request, meantElement(meant)),
  };
}
