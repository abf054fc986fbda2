import { hasOriginAccess, matchPatternOf } from '../platform/permissions.ts';
import { addressOfTab } from '../platform/tabs.ts';
import { allowedFrames } from '../storage/allowed-frames.ts';
import type { FillTarget, Visit } from './frame-client.ts';
import { hasOrigin } from './opaque-frames.ts';

/**
 * Leaves out the frames of other origins than the page's that the person has not allowed to be filled. The
 * browser opens some of them, because their host has a permission for the password API or on another port.
 */
export async function withAllowedFrames(
  visit: Visit,
  { pageUrl }: Pick<FillTarget, 'pageUrl'> = {},
): Promise<Visit> {
  const own = visit.frames.find(({ frameId }) => frameId === 0)?.result.origin;
  const page = own ?? originOf(pageUrl ?? (await addressOfTab(visit.tabId)));
  const allowed = new Set([page, ...(await allowedFrames.read())]);
  const frames = visit.frames.filter((frame) => !hasOrigin(frame) || allowed.has(frame.result.origin));
  return { ...visit, frames };
}

const originOf = (url = '') => (URL.canParse(url) ? new URL(url).origin : '');

/** The origins of frames that neither the click nor the person has opened yet. */
export async function ungrantedOrigins({ frames }: Visit): Promise<readonly string[]> {
  const reached = new Set(['null', ...frames.map(({ result }) => result.origin)]);
  const foreign = new Set(frames.flatMap(({ result }) => result.foreign ?? []));
  const unreached = [...foreign].filter((origin) => !reached.has(origin));
  const allowed = await allowedFrames.read();
  const granted = await Promise.all(
    unreached.map(async (origin) => allowed.includes(origin) && hasOriginAccess(matchPatternOf(origin))),
  );
  return unreached.filter((_, at) => !granted[at]);
}
