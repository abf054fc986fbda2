import type { FrameFill } from '../content/fill/fill-frame.ts';
import type { FrameSurvey } from '../content/survey.ts';
import type { FillOutcome } from '../messaging/fill-outcome.ts';
import type { FrameReply } from '../platform/frames.ts';
import { addressOfTab, isFileAddress, isLocalFile } from '../platform/tabs.ts';
import { recordOutcome } from '../storage/recent-passwords.ts';
import { ungrantedOrigins, withAllowedFrames } from './allowed-frames.ts';
import { checkFill } from './check-fill.ts';
import { findEntry, makeEntries, type PreparedEntry } from './fill-entry.ts';
import {
  chooseFrame,
  type FillTarget,
  fillOneFrame,
  isInsecure,
  surveyForFill,
  type Visit,
  withHintsOnFocus,
} from './frame-client.ts';
import { hasOpaqueForm, hasOrigin, isInOpaqueForm, mayHideForm } from './opaque-frames.ts';
import { hostOf, learnFromFill } from './resolve-site-rule.ts';

/** An outcome and the host of the frame that was to be filled, or of the page if there was none. */
export interface FrameOutcome {
  readonly outcome: FillOutcome;
  readonly host: string;
  /** Whether others on the network can read what is filled in there. */
  readonly insecure?: boolean;
  /** Whether the outcome could not be stored with the password. */
  readonly unrecorded?: boolean;
}

/** What ends the steps of a fill early, and what they tell on their way. */
export interface FillRun {
  /** The steps end at the latest before the page gets the password. */
  readonly signal: AbortSignal;
  /** Called with the host of a server right before it is asked for the password. */
  readonly asking: (host: string) => void;
  /** Called right before the page gets the password. */
  readonly writing: () => void;
}

/**
 * The steps of a fill: surveys the page, makes a password or takes the popup's entry, stores it, fills and
 * verifies. Rejects only if the browser fails before the page got anything.
 */
export async function fillChosenFrame(
  target: FillTarget,
  entryId: string | undefined,
  run: FillRun,
): Promise<FrameOutcome> {
  const { incognito } = target;
  const entryFor = entryId === undefined ? makeEntries({ incognito, ...run }) : findEntry(entryId);
  const visit = await surveyOpenFrames(target);
  if (!visit.frames.length)
    return { outcome: inaccessibleFrame(target, visit), host: webHostOf(target.pageUrl) };
  const chosen = frameToFill(visit, target);
  const where = {
    host: hostOf((chosen ?? visit.frames[0])?.result.origin ?? ''),
    insecure: isInsecure(visit),
  };
  if (!chosen) return { outcome: await nothingToFill(visit, target), ...where };
  if (run.signal.aborted || !(await isAtItsAddress(target, chosen)))
    return { outcome: { code: 'moved' }, ...where };
  const frame = await withHintsOnFocus(visit, chosen);

  const prepared = await entryFor(frame);
  if ('code' in prepared) return { outcome: prepared, ...where };
  if (run.signal.aborted) return { outcome: { code: 'moved' }, ...where };
  run.writing();
  const filled = await fillOneFrame(visit, frame, prepared.entry);
  return { ...(await concludeFill(filled, prepared, { chosen, frame, entryId, incognito })), ...where };
}

/** What is known about a fill when the page has got the password. */
interface FilledFrame {
  readonly chosen: FrameReply<FrameSurvey>;
  /** The chosen frame with the hints that its page gave while the field had the focus. */
  readonly frame: FrameReply<FrameSurvey>;
  readonly entryId: string | undefined;
  readonly incognito: boolean;
}

/**
 * Verifies, learns from and records what has happened to the page. Never rejects, because that has happened
 * even if the browser fails now.
 */
async function concludeFill(
  filled: FrameFill,
  prepared: PreparedEntry,
  { chosen, frame, entryId, incognito }: FilledFrame,
): Promise<Pick<FrameOutcome, 'outcome' | 'unrecorded'>> {
  const { id, password } = prepared.entry;
  const reply =
    entryId === undefined
      ? filled
      : await checkFill(filled, password, chosen.result, frame.result).catch(() => filled);
  await learnFromFill(frame.result.origin, reply, incognito).catch(() => undefined);
  const outcome = outcomeOf(reply, prepared);
  const unrecorded = await recordOutcome(id, outcome).then(
    () => false,
    () => true,
  );
  return { outcome, unrecorded };
}

/** What was shown to the person may be filled; otherwise only what the person has allowed before. */
async function surveyOpenFrames(target: FillTarget): Promise<Visit> {
  const visit = await surveyForFill(target);
  return visit.frames.length && target.origin === undefined ? withAllowedFrames(visit, target) : visit;
}

/**
 * What was shown to the person is filled and nothing else. If nothing was shown, the focus decides, and no
 * form is filled in place of one in a frame without an origin.
 */
function frameToFill(visit: Visit, { origin }: FillTarget): FrameReply<FrameSurvey> | undefined {
  if (origin === undefined) return isInOpaqueForm(visit.frames) ? undefined : chooseFrame(visit);
  const frames = visit.frames.filter(({ result }) => result.origin === origin);
  return chooseFrame({ ...visit, frames });
}

/**
 * Compares the origin that a frame reports with the address that the browser gives, which it does for the
 * page and for a clicked frame. Addresses such as `about:srcdoc` have no origin; such frames inherit one.
 */
async function isAtItsAddress(
  { tabId, frameUrl }: FillTarget,
  { frameId, result }: FrameReply<FrameSurvey>,
): Promise<boolean> {
  const address = (frameId === 0 ? await addressOfTab(tabId) : frameUrl) ?? '';
  return !isWebAddress(address) || new URL(address).origin === result.origin;
}

/**
 * The script could not be injected. A frame of another site can be opened by a permission; a frame of the
 * page's own site, or without a site, is closed only if it has no origin.
 */
function inaccessibleFrame(
  { frameId, frameUrl = '', pageUrl, origin }: FillTarget,
  { closedByPolicy }: Visit,
): FillOutcome {
  if (closedByPolicy) return { code: 'policy_blocked' };
  if (origin !== undefined) return { code: 'moved' };
  if (isFileAddress(pageUrl)) return { code: 'local_file' };
  const host = frameId ? webHostOf(frameUrl) : '';
  if (host ? host === webHostOf(pageUrl) : frameId && /^(about|data):/.test(frameUrl))
    return { code: 'opaque_frame' };
  return host ? { code: 'foreign_frame', host } : { code: 'no_access' };
}

const isWebAddress = (url: string) => /^https?:/.test(url);

/** The host of a site; empty for the browser's own pages, whose addresses look as if they had one. */
export const webHostOf = (url = '') => (isWebAddress(url) ? hostOf(url) : '');

/**
 * No field was found. A frame may say why, or one that needs its own permission may hold the field.
 */
async function nothingToFill(visit: Visit, { tabId, origin }: FillTarget): Promise<FillOutcome> {
  const { frames } = visit;
  if (origin !== undefined && !frames.some(({ result }) => result.origin === origin))
    return { code: 'moved' };
  if (isInOpaqueForm(frames)) return opaqueFrame(tabId);
  const refused = frames.filter(hasOrigin).flatMap(({ result }) => result.refusal ?? [])[0];
  if (refused) return { code: refused };
  if (hasOpaqueForm(frames)) return opaqueFrame(tabId);
  const [ungranted] = await ungrantedOrigins(visit);
  if (ungranted !== undefined) return { code: 'foreign_frame', host: hostOf(ungranted) };
  return { code: mayHideForm(frames) ? 'opaque_frame' : 'no_field' };
}

/** Files have no origin either, but need a sentence of their own. */
async function opaqueFrame(tabId: number): Promise<FillOutcome> {
  return { code: (await isLocalFile(tabId)) ? 'local_file' : 'opaque_frame' };
}

function outcomeOf(reply: FrameFill, { entry, ...details }: PreparedEntry): FillOutcome {
  const { madeBy } = entry;
  const maker = madeBy ? { madeBy } : {};
  switch (reply.outcome) {
    case 'filled':
      return { code: 'filled', fields: reply.fields, ...details, ...maker };
    case 'changed':
      return { code: 'changed', problems: reply.problems, ...maker };
    case 'moved':
      return { code: 'moved', ...maker };
    default:
      return { code: reply.outcome };
  }
}
