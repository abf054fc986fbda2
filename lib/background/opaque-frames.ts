import type { FrameSurvey } from '../content/survey.ts';
import type { FrameReply } from '../platform/frames.ts';

type SurveyedFrame = FrameReply<FrameSurvey>;

/** Whether a frame has an origin of its own. One without, as in a sandbox, is nobody's and never filled. */
export const hasOrigin = ({ result }: SurveyedFrame): boolean => result.origin !== 'null';

const lacksOrigin = (frame: SurveyedFrame) => !hasOrigin(frame);
const holdsForm = ({ result }: SurveyedFrame) => result.fields > 0 || result.refusal !== undefined;

/** Whether a frame without an origin holds a form with a password. */
export function hasOpaqueForm(frames: readonly SurveyedFrame[]): boolean {
  return frames.some((frame) => lacksOrigin(frame) && holdsForm(frame));
}

/**
 * Whether the focus is in such a form, or in a frame without an origin that the survey could not look into.
 * Then no other form may be filled in its place without a word.
 */
export function isInOpaqueForm(frames: readonly SurveyedFrame[]): boolean {
  const opaque = frames.filter(lacksOrigin);
  const forms = opaque.filter(holdsForm);
  if (forms.some(({ result }) => result.focused)) return true;
  return frames.some(({ result }) => result.focusOpaque) && (forms.length > 0 || opaque.length === 0);
}

/** Whether the survey could not look into a frame without an origin that is large enough for a form. */
export function mayHideForm(frames: readonly SurveyedFrame[]): boolean {
  return frames.every(hasOrigin) && frames.some(({ result }) => result.foreign?.includes('null'));
}
