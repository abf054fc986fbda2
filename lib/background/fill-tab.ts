import type { FrameFill } from '../content/fill/fill-frame.ts';
import type { FrameSurvey } from '../content/survey.ts';
import type { FilledOutcome, FillOutcome } from '../messaging/fill-outcome.ts';
import { showOutcome } from '../platform/badge.ts';
import type { FrameReply } from '../platform/frames.ts';
import { deleteLastOutcome, recordLastOutcome } from '../storage/last-outcome.ts';
import {
  type PasswordEntry,
  recentPasswords,
  recordOutcome,
  rememberPassword,
} from '../storage/recent-passwords.ts';
import { checkFill } from './check-fill.ts';
import {
  chooseFrame,
  type FillTarget,
  fillOneFrame,
  isInsecure,
  surveyForFill,
  ungrantedOrigins,
  type Visit,
  withHintsOnFocus,
} from './frame-client.ts';
import { makePassword, readPreferences } from './make-password.ts';
import { eraseAfterPrivateWindows } from './private-windows.ts';
import { hostOf, learnFromFill, loadKnownRules, resolveSiteRule } from './resolve-site-rule.ts';

/**
 * Fills a tab for the menu, the command and the popup: surveys the page, makes a password or takes the
 * popup's entry, stores it, fills, verifies and shows the outcome. Rejects only if the browser
 * fails it, as when storage is full.
 */
export async function fillTab(target: FillTarget, entryId?: string): Promise<FillOutcome> {
  const { outcome, host, insecure = false } = await fillChosenFrame(target, entryId);
  await Promise.all([
    showOutcome(target.tabId, outcome, insecure),
    // The popup shows the outcome of its own fill itself, which makes an earlier one out of date.
    entryId === undefined
      ? recordLastOutcome({ outcome, host, at: Date.now(), incognito: target.incognito })
      : deleteLastOutcome(target.incognito),
  ]);
  if (target.incognito) await eraseAfterPrivateWindows();
  return outcome;
}

/** An outcome and the host of the frame that was to be filled, or of the page if there was none. */
interface FrameOutcome {
  readonly outcome: FillOutcome;
  readonly host: string;
  /** Whether others on the network can read what is filled in there. */
  readonly insecure?: boolean;
}

async function fillChosenFrame(target: FillTarget, entryId?: string): Promise<FrameOutcome> {
  const entryFor: EntrySource =
    entryId === undefined ? makeEntries(target) : (frame) => findPopupEntry(frame, entryId);
  const visit = await surveyForFill(target);
  if (!visit) return { outcome: inaccessibleFrame(target), host: webHostOf(target.pageUrl) };
  const chosen = chooseFrame(visit);
  const where = {
    host: hostOf((chosen ?? visit.frames[0])?.result.origin ?? ''),
    insecure: isInsecure(visit),
  };
  if (!chosen) return { outcome: await nothingToFill(visit), ...where };
  const frame = await withHintsOnFocus(visit, chosen);

  const prepared = await entryFor(frame);
  if ('code' in prepared) return { outcome: prepared, ...where };
  const { entry, ...details } = prepared;
  const filled = await fillOneFrame(visit, frame, entry);
  const reply =
    entryId === undefined ? filled : await checkFill(filled, entry.password, chosen.result, frame.result);
  await learnFromFill(frame.result.origin, reply, target.incognito);
  const outcome = outcomeOf(reply, details);
  await recordOutcome(entry.id, outcome);
  return { outcome, ...where };
}

/** The script could not be injected: only a frame of another site can be opened, by a permission. */
function inaccessibleFrame({ frameId, frameUrl }: FillTarget): FillOutcome {
  const host = frameId ? webHostOf(frameUrl) : '';
  return host ? { code: 'foreign_frame', host } : { code: 'no_access' };
}

/** The host of a site; empty for the browser's own pages, whose addresses look as if they had one. */
const webHostOf = (url = '') => (/^https?:/.test(url) ? hostOf(url) : '');

/**
 * No field was found. A frame may say why, or one that needs its own permission may hold the field.
 */
async function nothingToFill(visit: Visit): Promise<FillOutcome> {
  const refused = visit.frames.flatMap(({ result }) => result.refusal ?? [])[0];
  if (refused) return { code: refused };
  const [origin] = await ungrantedOrigins(visit);
  return origin === undefined ? { code: 'no_field' } : { code: 'foreign_frame', host: hostOf(origin) };
}

function outcomeOf(reply: FrameFill, details: Omit<PreparedEntry, 'entry'>): FillOutcome {
  switch (reply.outcome) {
    case 'filled':
      return { code: 'filled', fields: reply.fields, ...details };
    case 'changed':
      return { code: 'changed', problems: reply.problems };
    default:
      return { code: reply.outcome };
  }
}

/** The entry to fill, with what the outcome reports about its password. */
type PreparedEntry = Pick<FilledOutcome, 'site' | 'weak' | 'insteadOf'> & { readonly entry: PasswordEntry };

type EntrySource = (frame: FrameReply<FrameSurvey>) => Promise<PreparedEntry | FillOutcome>;

/**
 * Makes a new password for the chosen frame. Reading storage starts at once, while the page is still being
 * surveyed, because both take time in a busy browser.
 */
function makeEntries({ incognito }: FillTarget): EntrySource {
  const preferences = readPreferences();
  const knownRules = loadKnownRules(incognito);
  return async ({ result: { origin, hints } }) => {
    const rule = hints && (await resolveSiteRule(origin, hints, knownRules));
    const made = await makePassword(rule, { preferences, incognito });
    if ('code' in made) return made;
    const { password, madeBy, notes, ...details } = made;
    const host = hostOf(origin);
    const use = { action: 'filled', password, host, incognito, ...(madeBy && { madeBy }) } as const;
    const entry = await rememberPassword(use);
    return { entry, ...details, site: { host, ...notes } };
  };
}

/**
 * Finds the password that the popup showed and stored, if the frame is still on the host that the popup
 * showed.
 */
async function findPopupEntry(
  { result: { origin, hints } }: FrameReply<FrameSurvey>,
  id: string,
): Promise<PreparedEntry | FillOutcome> {
  const entry = (await recentPasswords.read()).find((one) => one.id === id);
  // A sandboxed document has no host to compare. The frame itself checks that it still shows the surveyed
  // document.
  const host = hostOf(origin) || entry?.host;
  if (!entry || entry.host !== host) return { code: 'moved' };
  const maxLength = hints?.maxLength;
  if (maxLength && entry.password.length > maxLength) return { code: 'too_long', maxLength };
  return { entry };
}
