import type { FrameFill } from '../content/fill/fill-frame.ts';
import type { FrameUndo } from '../content/fill/undo.ts';
import type { FrameApi, TargetHint } from '../content/frame-api.ts';
import type { FrameSurvey } from '../content/survey.ts';
import {
  callFrames,
  type FramePlace,
  type FrameReply,
  injectFillScript,
  isInjected,
} from '../platform/frames.ts';
import { mayCall, patternOf } from '../platform/permissions.ts';
import type { PasswordEntry } from '../storage/recent-passwords.ts';

/** A tab, and in it one frame or all, and what a person pointed at there. */
export interface FillTarget {
  readonly tabId: number;
  readonly frameId?: number;
  /** The address of that frame, where the browser has told it. */
  readonly frameUrl?: string | undefined;
  readonly hint: TargetHint;
}

/** What the frames of a tab offered on one visit. */
export interface Visit {
  readonly tabId: number;
  readonly hint: TargetHint;
  readonly frames: readonly FrameReply<FrameSurvey>[];
}

/**
 * Looks for the frame to fill; `undefined` where no extension may go. Nothing but the page itself is looked at where it
 * has a field and no frame in it has the focus.
 */
export async function visitForFill(target: FillTarget): Promise<Visit | undefined> {
  if (target.frameId !== undefined) return visitOnce(target);
  return visitFrames(target, ({ fields, focusBelow }) => fields > 0 && !focusBelow);
}

/**
 * What every frame offers that can be looked into; `undefined` where no extension may go. Nothing but the page itself is
 * looked at where that is `enough`, or where it shows no frame: it can have a thousand hidden ones, some of which
 * take long to answer.
 */
export async function visitFrames(
  target: FillTarget,
  enough: (page: FrameSurvey) => boolean = () => false,
): Promise<Visit | undefined> {
  const visit = await visitOnce({ ...target, frameId: PAGE_ITSELF });
  const page = visit?.frames[0]?.result;
  if (!page || enough(page)) return visit;
  return page.fields > 0 || page.framed || page.focusBelow ? visitAll(target) : visit;
}

/** Browsers give this number to the frame that holds all others. */
const PAGE_ITSELF = 0;

async function visitAll(target: FillTarget): Promise<Visit | undefined> {
  let visit = await visitOnce(target);
  for (let left = MORE_LOOKS; left > 0 && visit && lacksSandboxed(visit.frames); left--) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    visit = await visitOnce(target);
  }
  return visit;
}

async function visitOnce({ hint, tabId, frameId }: FillTarget): Promise<Visit | undefined> {
  const place = { tabId, frameId };
  try {
    const entered = await injectFillScript<FrameSurvey>(place);
    const frames = hint === 'nothing' ? entered : await call(place, 'survey', { hint });
    return { tabId, hint, frames };
  } catch {
    return undefined; // a browser page, a store, a PDF, a frame of another site, or a tab that has gone
  }
}

const MORE_LOOKS = 10;
const LOOK_AGAIN_MS = 20;

/**
 * Whether no field was found and a sandboxed frame of the page's own site has not answered. Chromium's click opens such
 * a frame too; but it is a process of its own, the click's grant comes there by a way of its own, and a frame that it
 * has not reached yet is left out in silence (seen in 156, in 1 of 20 first looks on a busy machine).
 */
function lacksSandboxed(frames: Visit['frames']): boolean {
  if (import.meta.env.FIREFOX || frames.some(({ result }) => result.fields > 0)) return false;
  const origins = new Set(frames.map(({ result }) => result.origin));
  return !origins.has('null') && frames.some(({ result }) => result.foreign?.some((one) => origins.has(one)));
}

/** The frame to fill: the one with the focus, else the first that has a field. */
export function chooseFrame({ frames }: Visit): FrameReply<FrameSurvey> | undefined {
  const offering = frames.filter(({ result }) => result.fields > 0);
  return offering.find(({ result }) => result.focused) ?? offering[0];
}

/** The frame that was filled last, of those that can be undone. */
export function frameToUndo({ frames }: Visit): FrameReply<FrameSurvey> | undefined {
  const at = ({ result }: FrameReply<FrameSurvey>) => result.undo?.at ?? 0;
  return frames.filter(({ result }) => result.undo).sort((a, b) => at(b) - at(a))[0];
}

/**
 * The origins of frames that no click here opens, and whose permission has not been given. Those of the page's own site
 * are sandboxed frames, which Chromium's click opens and Firefox's does not.
 */
export async function foreignOrigins({ frames }: Visit): Promise<readonly string[]> {
  const reached = new Set(import.meta.env.FIREFOX ? [] : frames.map(({ result }) => result.origin));
  const foreign = new Set(frames.flatMap(({ result }) => result.foreign ?? []));
  const asked = [...foreign].filter((origin) => !reached.has(origin));
  const given = await Promise.all(asked.map((origin) => mayCall(patternOf(origin))));
  return asked.filter((_, at) => !given[at]);
}

/** Gives the entry's password to one frame if it still shows the document that was visited. */
export async function fillOneFrame(
  { tabId, hint }: Visit,
  { frameId, result: { origin, visit } }: FrameReply<FrameSurvey>,
  { id, password }: PasswordEntry,
): Promise<FrameFill> {
  const request = { hint, visit, origin, entryId: id, password };
  return (await callVisited({ tabId, frameId }, 'fill', request)) ?? { outcome: 'moved' };
}

/** Has one frame take its last fill back; `undefined` where there is none any more. */
export function undoOneFrame(
  { tabId }: Visit,
  { frameId, result: { visit } }: FrameReply<FrameSurvey>,
): Promise<FrameUndo | undefined> {
  return callVisited({ tabId, frameId }, 'undo', { visit });
}

/**
 * The answer of one frame, also of a busy page; `undefined` once it no longer shows the document that was visited, or
 * is busy without end. Firefox never answers for a document that is taken away meanwhile, so it is looked for.
 */
async function callVisited<Name extends keyof FrameApi>(
  place: FramePlace,
  name: Name,
  request: Parameters<FrameApi[Name]>[0],
): Promise<Answer<Name> | undefined> {
  let looking: ReturnType<typeof setInterval> | undefined;
  const gone = new Promise<undefined>((resolve) => {
    const leave = () => resolve(undefined);
    let left = MOST_LOOKS;
    const look = () => (left-- > 0 ? isInjected(place).then((still) => still || leave(), leave) : leave());
    looking = setInterval(look, LOOK_FOR_MS);
  });
  try {
    const replies = await Promise.race([call(place, name, request), gone]);
    return replies?.[0]?.result;
  } catch {
    return undefined;
  } finally {
    clearInterval(looking);
  }
}

/** How many milliseconds apart, and how often, a document is looked for that has not answered yet. */
const LOOK_FOR_MS = 1000;
const MOST_LOOKS = 60;

type Answer<Name extends keyof FrameApi> = NonNullable<Awaited<ReturnType<FrameApi[Name]>>>;

function call<Name extends keyof FrameApi>(
  where: FramePlace,
  name: Name,
  request: Parameters<FrameApi[Name]>[0],
): Promise<FrameReply<Answer<Name>>[]> {
  return callFrames(where, name, request);
}
