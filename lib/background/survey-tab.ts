import type { FrameSurvey } from '../content/survey.ts';
import { clearOutcome } from '../platform/badge.ts';
import type { TabSurvey, UndoReply } from '../platform/messages.ts';
import { noteOutcome } from '../platform/recent-passwords.ts';
import { toldRule } from '../platform/site-rule.ts';
import { hostOf } from './fill-tab.ts';
import { chooseFrame, foreignOrigins, frameToUndo, undoOneFrame, visitFrames } from './frame-calls.ts';
import { siteRuleOf } from './site-rule.ts';

/** What the popup asks before it shows its buttons. */
export async function surveyTab(tabId: number): Promise<TabSurvey> {
  const visit = await visitFrames({ tabId, meant: 'nothing' });
  if (!visit) return { host: '', fields: 0 };
  const { origin = '', fields = 0, says } = chooseFrame(visit)?.result ?? ({} as Partial<FrameSurvey>);
  const site = says && (await siteRuleOf(origin, says));
  const isSaid = site && site.reasons.length + site.unread.length > 0;
  const undo = frameToUndo(visit)?.result.undo;
  const foreign = fields > 0 ? [] : await foreignOrigins(visit);
  return {
    host: hostOf(origin),
    fields,
    ...(isSaid && { rule: toldRule(site, says.pattern) }),
    ...(undo && { undo: undo.fields }),
    ...(foreign.length > 0 && { foreign }),
  };
}

/** Takes the last fill in the tab back, where the fields still hold it. Never rejects. */
export async function undoTab(tabId: number): Promise<UndoReply> {
  const visit = await visitFrames({ tabId, meant: 'nothing' });
  const frame = visit && frameToUndo(visit);
  const undone = frame && (await undoOneFrame(visit, frame));
  if (!undone) return { restored: 0, left: 0 };
  const { restored, left, entryId } = undone;
  if (restored > 0) await noteOutcome(entryId, { code: 'undone' });
  await clearOutcome(tabId);
  return { restored, left };
}
