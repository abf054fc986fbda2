import type { FrameFill } from '../content/fill/fill-frame.ts';
import type { FrameUndo } from '../content/fill/undo.ts';
import type { FrameApi, TargetHint } from '../content/frame-api.ts';
import type { FrameSurvey } from '../content/survey.ts';
import {
  callFrames,
  type FrameReply,
  type FrameTarget,
  injectFillScript,
  isClosedByPolicy,
  isInjected,
} from '../platform/frames.ts';
import type { PasswordEntry } from '../storage/recent-passwords.ts';
import { hasOrigin } from './opaque-frames.ts';

/** A tab, one of its frames or all of them, and the element that a person pointed at. */
export interface FillTarget {
  readonly tabId: number;
  readonly frameId?: number;
  /** The document that the frame has to show, if the browser has given its id. */
  readonly documentId?: string | undefined;
  /** The only origin that is filled, which the person was shown; missing if nothing was shown. */
  readonly origin?: string | undefined;
  /** The addresses of that frame and of the page around it, if the browser has given them. */
  readonly frameUrl?: string | undefined;
  readonly pageUrl?: string | undefined;
  readonly hint: TargetHint;
  /** Whether the tab is in a private window, whose passwords and outcomes are kept apart. */
  readonly incognito: boolean;
}

/** The part of a target that is looked at. */
type SurveyTarget = Omit<FillTarget, 'incognito'>;

/** The surveys of a tab's frames, made by one injection of the fill script. */
export interface Visit {
  readonly tabId: number;
  readonly hint: TargetHint;
  /** Empty where the script has no access. */
  readonly frames: readonly FrameReply<FrameSurvey>[];
  /** Whether a policy of the organization gives no extension access. */
  readonly closedByPolicy?: boolean;
}

/**
 * Surveys a tab for the frame to fill. Other frames are surveyed only if the top frame has no field, or if
 * the focus is in a frame.
 */
export async function surveyForFill(target: SurveyTarget): Promise<Visit> {
  if (target.frameId !== undefined) return surveyOnce(target);
  const isWanted = (origin: string) => target.origin === undefined || target.origin === origin;
  return surveyFrames(
    target,
    ({ fields, focusBelow, origin }) => fields > 0 && !focusBelow && isWanted(origin),
  );
}

/**
 * Surveys every frame of a tab that can be accessed. Stops after the top frame where that is `enough` or
 * shows no other frame: a page can have a thousand hidden frames, some of them slow.
 */
export async function surveyFrames(
  target: SurveyTarget,
  enough: (page: FrameSurvey) => boolean = () => false,
): Promise<Visit> {
  const visit = await surveyOnce({ ...target, frameId: TOP_FRAME });
  const page = visit.frames[0]?.result;
  if (!page || enough(page)) return visit;
  return page.fields > 0 || page.framed || page.focusBelow ? surveyOnce(target) : visit;
}

/** Browsers give this number to the frame that holds all others. */
const TOP_FRAME = 0;

async function surveyOnce({ hint, tabId, frameId, documentId }: SurveyTarget): Promise<Visit> {
  try {
    const surveyed = await injectFillScript<FrameSurvey>({ tabId, frameId, documentId });
    const [first] = surveyed;
    // Only one frame can hold an element that a person pointed at.
    const frames =
      hint === 'nothing' || !first ? surveyed : await callAll({ tabId, ...first }, 'survey', { hint });
    return { tabId, hint, frames };
  } catch (error) {
    // A browser page, a store, a PDF, a frame of another site, a tab that has gone, or a policy.
    return { tabId, hint, frames: [], closedByPolicy: isClosedByPolicy(error) };
  }
}

/**
 * The frame to fill: the one with the focus, otherwise the first that has a field. No other is filled in
 * place of a form that the person is in. A frame without an origin is nobody's, and takes no part.
 */
export function chooseFrame({ frames }: Visit): FrameReply<FrameSurvey> | undefined {
  const own = frames.filter(hasOrigin);
  const fillable = own.filter(({ result }) => result.fields > 0);
  const isRefused = own.some(({ result }) => result.refusal === 'unlikely_form');
  return fillable.find(({ result }) => result.focused) ?? (isRefused ? undefined : fillable[0]);
}

/** Whether others on the network can read what is filled in the frame to fill, or in the page without one. */
export function isInsecure(visit: Visit): boolean {
  return (chooseFrame(visit) ?? visit.frames[0])?.result.secure === false;
}

/** Of the frames that can be undone, the one that was filled last. */
export function chooseFrameToUndo({ frames }: Visit): FrameReply<FrameSurvey> | undefined {
  const at = ({ result }: FrameReply<FrameSurvey>) => result.undo?.at ?? 0;
  return frames.filter(({ result }) => result.undo).sort((a, b) => at(b) - at(a))[0];
}

/** Sends the entry's password to one frame, which fills it only if it still shows the surveyed document. */
export async function fillOneFrame(
  { tabId, hint }: Visit,
  { frameId, documentId, result: { origin, visit } }: FrameReply<FrameSurvey>,
  { id, password }: PasswordEntry,
): Promise<FrameFill> {
  const request = { hint, visit, origin, entryId: id, password };
  return (await callSurveyedFrame({ tabId, frameId, documentId }, 'fill', request)) ?? { outcome: 'moved' };
}

/** Returns the frame with the hints that its page gives while the field has the focus. */
export async function withHintsOnFocus(
  { tabId, hint }: Visit,
  frame: FrameReply<FrameSurvey>,
): Promise<FrameReply<FrameSurvey>> {
  const { frameId, documentId, result } = frame;
  const request = { hint, visit: result.visit };
  const hints = await callSurveyedFrame({ tabId, frameId, documentId }, 'hints', request);
  return hints ? { ...frame, result: { ...result, hints } } : frame;
}

/** Undoes the last fill of one frame; `undefined` if it has none any more. */
export function undoOneFrame(
  { tabId }: Visit,
  { frameId, documentId, result: { visit } }: FrameReply<FrameSurvey>,
): Promise<FrameUndo | undefined> {
  return callSurveyedFrame({ tabId, frameId, documentId }, 'undo', { visit });
}

/**
 * Calls one frame and waits even for a busy page; `undefined` once the frame shows another document, or after
 * a minute. The frame is polled because Firefox never settles a call into a document that is taken away
 * meanwhile.
 */
async function callSurveyedFrame<Name extends keyof FrameApi>(
  target: FrameTarget,
  name: Name,
  request: Parameters<FrameApi[Name]>[0],
): Promise<FrameResult<Name> | undefined> {
  let poll: ReturnType<typeof setInterval> | undefined;
  const gone = new Promise<undefined>((resolve) => {
    const giveUp = () => resolve(undefined);
    let left = MAX_POLLS;
    const check = () =>
      left-- > 0 ? isInjected(target).then((still) => still || giveUp(), giveUp) : giveUp();
    poll = setInterval(check, POLL_MS);
  });
  try {
    const replies = await Promise.race([callAll(target, name, request), gone]);
    return replies?.[0]?.result;
  } catch {
    return undefined;
  } finally {
    clearInterval(poll);
  }
}

const POLL_MS = 1000;
const MAX_POLLS = 60;

/** What a call of the frame's API returns, where it returns anything. */
type FrameResult<Name extends keyof FrameApi> = NonNullable<Awaited<ReturnType<FrameApi[Name]>>>;

function callAll<Name extends keyof FrameApi>(
  target: FrameTarget,
  name: Name,
  request: Parameters<FrameApi[Name]>[0],
): Promise<FrameReply<FrameResult<Name>>[]> {
  return callFrames(target, name, request);
}
