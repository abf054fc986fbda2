import type { FrameSurvey } from '../content/survey.ts';
import type { ShownFrame, TabSurvey, UndoReply } from '../messaging/messages.ts';
import { clearOutcome } from '../platform/badge.ts';
import type { FrameReply } from '../platform/frames.ts';
import { isLocalFile, isPrivateTab } from '../platform/tabs.ts';
import { toPortable } from '../site-rules/portable-rule.ts';
import { recordOutcome } from '../storage/recent-passwords.ts';
import { ungrantedOrigins, withAllowedFrames } from './allowed-frames.ts';
import { startEarly } from './end-quietly.ts';
import {
  chooseFrame,
  chooseFrameToUndo,
  isInsecure,
  surveyFrames,
  undoOneFrame,
  type Visit,
} from './frame-client.ts';
import { hasOpaqueForm, isInOpaqueForm, mayHideForm } from './opaque-frames.ts';
import { hostOf, loadKnownRules, resolveSiteRule } from './resolve-site-rule.ts';

/** Surveys a tab for the popup: what can be filled or undone there, and what the site accepts. */
export async function surveyTab(tabId: number): Promise<TabSurvey> {
  const knownRules = startEarly(isPrivateTab(tabId).then(loadKnownRules));
  const surveyed = await surveyFrames({ tabId, hint: 'nothing' });
  if (surveyed.frames.length === 0)
    return { host: '', fields: 0, closed: surveyed.closedByPolicy ? 'policy_blocked' : 'no_access' };
  const visit = await withAllowedFrames(surveyed);
  const chosen = chooseFrame(visit);
  const { origin = '', fields = 0, hints } = chosen?.result ?? ({} as Partial<FrameSurvey>);
  const site = hints && (await resolveSiteRule(origin, hints, knownRules));
  const hasRule = site && site.reasons.length + site.unread.length > 0;
  const undo = chooseFrameToUndo(surveyed)?.result.undo;
  const foreign = fields > 0 ? [] : await ungrantedOrigins(visit);
  const closed = isOpaque(visit, fields) && (await isLocalFile(tabId)) ? 'local_file' : undefined;
  const pageId = visit.frames.find(({ frameId }) => frameId === 0)?.documentId;
  return {
    host: hostOf(origin),
    fields,
    ...(isInsecure(visit) && { insecure: true }),
    ...(chosen && { frame: shownFrame(chosen) }),
    ...(pageId && { pageId }),
    ...(closed ? { closed } : isOpaque(visit, fields) && { opaque: true }),
    ...(hasRule && { rule: toPortable(site, hints.pattern) }),
    ...(undo && { undo: undo.fields }),
    ...(foreign.length > 0 && { foreign }),
  };
}

function shownFrame({ frameId, documentId, result: { origin } }: FrameReply<FrameSurvey>): ShownFrame {
  return { frameId, origin, ...(documentId && { documentId }) };
}

/** Whether the person is in a form without an origin, or finds no other one here. */
function isOpaque({ frames }: Visit, fields: number): boolean {
  if (isInOpaqueForm(frames)) return true;
  return fields === 0 && (hasOpaqueForm(frames) || mayHideForm(frames));
}

/** Undoes the last fill of the tab in the fields that still hold it. Rejects only if the browser fails it. */
export async function undoTab(tabId: number): Promise<UndoReply> {
  const visit = await surveyFrames({ tabId, hint: 'nothing' });
  const frame = chooseFrameToUndo(visit);
  const undone = frame && (await undoOneFrame(visit, frame));
  if (!undone) return { restored: 0, left: 0 };
  const { restored, left, entryId } = undone;
  // The page has been changed whether or not that can be recorded.
  if (restored > 0) await recordOutcome(entryId, { code: 'undone' }).catch(() => undefined);
  await clearOutcome(tabId);
  return { restored, left };
}
