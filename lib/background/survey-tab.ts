import type { FrameSurvey } from '../content/survey.ts';
import type { TabSurvey, UndoReply } from '../messaging/messages.ts';
import { clearOutcome } from '../platform/badge.ts';
import { toPortable } from '../site-rules/portable-rule.ts';
import { noteOutcome } from '../storage/recent-passwords.ts';
import { chooseFrame, foreignOrigins, frameToUndo, undoOneFrame, visitFrames } from './frame-client.ts';
import { hostOf, siteRuleOf } from './resolve-site-rule.ts';

/** What the popup asks before it shows its buttons. */
export async function surveyTab(tabId: number): Promise<TabSurvey> {
  const visit = await visitFrames({ tabId, hint: 'nothing' });
  if (!visit) return { host: '', fields: 0 };
  const { origin = '', fields = 0, hints } = chooseFrame(visit)?.result ?? ({} as Partial<FrameSurvey>);
  const site = hints && (await siteRuleOf(origin, hints));
  const isSaid = site && site.reasons.length + site.unread.length > 0;
  const undo = frameToUndo(visit)?.result.undo;
  const foreign = fields > 0 ? [] : await foreignOrigins(visit);
  return {
    host: hostOf(origin),
    fields,
    ...(isSaid && { rule: toPortable(site, hints.pattern) }),
    ...(undo && { undo: undo.fields }),
    ...(foreign.length > 0 && { foreign }),
  };
}

/** Takes the last fill in the tab back, where the fields still hold it. Never rejects. */
export async function undoTab(tabId: number): Promise<UndoReply> {
  const visit = await visitFrames({ tabId, hint: 'nothing' });
  const frame = visit && frameToUndo(visit);
  const undone = frame && (await undoOneFrame(visit, frame));
  if (!undone) return { restored: 0, left: 0 };
  const { restored, left, entryId } = undone;
  if (restored > 0) await noteOutcome(entryId, { code: 'undone' });
  await clearOutcome(tabId);
  return { restored, left };
}
