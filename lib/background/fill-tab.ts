import type { FillOutcome } from '../messaging/fill-outcome.ts';
import { type FillBadge, openBadge } from '../platform/badge.ts';
import { watchDocument } from '../platform/watch-document.ts';
import { StorageFailure } from '../storage/damaged-items.ts';
import { deleteLastOutcome, recordLastOutcome } from '../storage/last-outcome.ts';
import { type FrameOutcome, fillChosenFrame, webHostOf } from './fill-steps.ts';
import type { FillTarget } from './frame-client.ts';
import { eraseAfterPrivateWindows } from './private-windows.ts';

/** A fill that is under way in a tab. */
interface RunningFill {
  /** The popup's entry; missing for the menu and the command. */
  readonly entryId: string | undefined;
  readonly outcome: Promise<FillOutcome>;
  /** Whether the tab still shows what the fill has begun on. */
  readonly isThere: () => Promise<boolean>;
  /** Whether the page may have got the password already. */
  readonly isWriting: () => boolean;
  /** Ends it for a later fill, which then shows its own outcome. */
  readonly giveWay: () => void;
}

/** The fills by tab. A background that is stopped ends its fills, so these need no storage. */
const running = new Map<number, RunningFill>();

/**
 * Fills a tab for the menu, the command and the popup, and shows the outcome. Never rejects. At most one fill
 * runs in a tab, so that a second press sends no request and makes no second password: it shares the outcome
 * of the first, unless the page has gone. **Fill** in the popup goes before a press that still waits for its
 * password, and comes after one that the page has got.
 */
export async function fillTab(target: FillTarget, entryId?: string): Promise<FillOutcome> {
  const { tabId } = target;
  for (let other = running.get(tabId); other; other = running.get(tabId)) {
    const isSame = entryId === undefined ? await other.isThere() : other.entryId === entryId;
    if (isSame) return other.outcome;
    const comesAfter = entryId !== undefined && (other.entryId !== undefined || other.isWriting());
    if (comesAfter) await other.outcome;
    else other.giveWay();
    if (running.get(tabId) === other) running.delete(tabId);
  }
  const fill = startFill(target, entryId);
  running.set(tabId, fill);
  const end = () => running.get(tabId) === fill && running.delete(tabId);
  return fill.outcome.finally(end);
}

function startFill(target: FillTarget, entryId: string | undefined): RunningFill {
  const { tabId } = target;
  const state = { isWriting: false, givesWay: false };
  const controller = new AbortController();
  const badge = openBadge(tabId);
  if (entryId === undefined) void badge.showRunning();
  // A call into the page ends by itself when the page goes.
  const watch = watchDocument(target, () => state.isWriting || controller.abort());
  const run = {
    signal: controller.signal,
    asking: (host: string) => void badge.showAsking(host),
    writing: () => {
      state.isWriting = true;
    },
  };
  const found = Promise.race([fillChosenFrame(target, entryId, run), whenAborted(controller.signal)]);
  const conclude = async (ending: FrameOutcome) => {
    watch.stop();
    if (!state.givesWay) await report(ending, { target, entryId, badge });
    // What is not erased now is erased when the last window closes, or when the background starts.
    if (target.incognito) await eraseAfterPrivateWindows().catch(() => undefined);
    return ending.outcome;
  };
  return {
    entryId,
    outcome: found.catch((error) => failed(target, error)).then(conclude),
    isThere: watch.isThere,
    isWriting: () => state.isWriting,
    giveWay: () => {
      state.givesWay = true;
      controller.abort();
    },
  };
}

/** The outcome of a fill that is ended before the page got anything. */
function whenAborted(signal: AbortSignal): Promise<FrameOutcome> {
  return new Promise((resolve) => {
    const moved = { outcome: { code: 'moved' }, host: '' } as const;
    signal.addEventListener('abort', () => resolve(moved), { once: true });
  });
}

function failed({ pageUrl }: FillTarget, error: unknown): FrameOutcome {
  if (!(error instanceof StorageFailure)) globalThis.reportError?.(error);
  return { outcome: { code: 'failed' }, host: webHostOf(pageUrl) };
}

interface Reported {
  readonly target: FillTarget;
  readonly entryId: string | undefined;
  readonly badge: FillBadge;
}

/** Shows the outcome at once, and once more if it could not be recorded. */
async function report(
  { outcome, host, insecure = false, unrecorded = false }: FrameOutcome,
  { target: { incognito }, entryId, badge }: Reported,
): Promise<void> {
  const shown = badge.showOutcome(outcome, { insecure, unrecorded });
  const noToolbar = await badge.isElsewhere;
  const last = { outcome, host, at: Date.now(), incognito, ...(noToolbar && { noToolbar }) };
  // The popup shows the outcome of its own fill itself, which makes an earlier one out of date.
  const recorded = entryId === undefined ? recordLastOutcome(last) : deleteLastOutcome(incognito);
  await recorded.catch(() => badge.showOutcome(outcome, { insecure, unrecorded: true }));
  await shown;
}
