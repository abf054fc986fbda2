import type { FrameDoor, Meant } from '../content/door.ts';
import type { FrameFill, FrameSurvey } from '../content/frame.ts';
import { callFrames, type FrameReply } from '../platform/frames.ts';

/** A tab, and in it one frame or all, and what a person pointed at there. */
export interface FillTarget {
  readonly tabId: number;
  readonly frameId?: number;
  readonly meant: Meant;
}

/** Every frame that can be looked into, with what it offers; `undefined` where no extension may go. */
export async function surveyFrames({
  meant,
  ...where
}: FillTarget): Promise<FrameReply<FrameSurvey>[] | undefined> {
  try {
    return await call(where, 'survey', { meant });
  } catch {
    return undefined; // a browser page, a store, a PDF, or a tab that has gone
  }
}

/** The frame to fill: the one with the focus, else the first that has a field. */
export function chooseFrame(frames: readonly FrameReply<FrameSurvey>[]): FrameReply<FrameSurvey> | undefined {
  const offering = frames.filter(({ result }) => result.fields > 0);
  return offering.find(({ result }) => result.focused) ?? offering[0];
}

/** Gives `password` to one frame if it is still at the surveyed origin. */
export async function fillOneFrame(
  { tabId, meant }: FillTarget,
  { frameId, result }: FrameReply<FrameSurvey>,
  password: string,
): Promise<FrameFill> {
  try {
    const request = { meant, password, origin: result.origin };
    const [reply] = await call({ tabId, frameId }, 'fill', request);
    return reply?.result ?? { outcome: 'moved' };
  } catch {
    return { outcome: 'moved' };
  }
}

function call<Name extends keyof FrameDoor>(
  where: { readonly tabId: number; readonly frameId?: number },
  name: Name,
  request: Parameters<FrameDoor[Name]>[0],
): Promise<FrameReply<Awaited<ReturnType<FrameDoor[Name]>>>[]> {
  return callFrames(where, name, request);
}
