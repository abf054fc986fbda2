import type { FrameFill } from '../content/fill/fill-frame.ts';
import type { FrameSurvey } from '../content/survey.ts';
import type { FilledOutcome, FillOutcome } from '../messaging/fill-outcome.ts';
import { showOutcome } from '../platform/badge.ts';
import type { FrameReply } from '../platform/frames.ts';
import {
  noteOutcome,
  type PasswordEntry,
  recentPasswords,
  rememberPassword,
} from '../storage/recent-passwords.ts';
import {
  chooseFrame,
  type FillTarget,
  fillOneFrame,
  foreignOrigins,
  type Visit,
  visitForFill,
} from './frame-client.ts';
import { makePassword, readPreferences } from './make-password.ts';
import { hostOf, learnFrom, readKnownRules, siteRuleOf } from './resolve-site-rule.ts';

/**
 * The one path of the menu, the command and the popup: look, make a password (or take the popup's entry), write it
 * down, fill, read back, tell. Never rejects.
 */
export async function fillTab(target: FillTarget, entryId?: string): Promise<FillOutcome> {
  const outcome = await fillChosenFrame(target, entryId);
  await showOutcome(target.tabId, outcome);
  return outcome;
}

async function fillChosenFrame(target: FillTarget, entryId?: string): Promise<FillOutcome> {
  const entryFor: EntryFor = entryId === undefined ? beginEntry() : (frame) => takeEntry(frame, entryId);
  const visit = await visitForFill(target);
  if (!visit) return closedFrame(target);
  const frame = chooseFrame(visit);
  if (!frame) return nothingToFill(visit);

  const made = await entryFor(frame);
  if ('code' in made) return made;
  const { entry, ...how } = made;
  const reply = await fillOneFrame(visit, frame, entry);
  await learnFrom(frame.result.origin, reply);
  const outcome = outcomeOf(reply, how);
  await noteOutcome(entry.id, outcome);
  return outcome;
}

/** Where no extension may go: a frame of another site may be asked for, all else not. */
function closedFrame({ frameId, frameUrl = '' }: FillTarget): FillOutcome {
  const host = frameId && /^https?:/.test(frameUrl) ? hostOf(frameUrl) : '';
  return host ? { code: 'foreign_frame', host } : { code: 'no_access' };
}

/** No field was found; perhaps it is in a frame that needs a permission of its own. */
async function nothingToFill(visit: Visit): Promise<FillOutcome> {
  const [origin] = await foreignOrigins(visit);
  return origin === undefined ? { code: 'no_field' } : { code: 'foreign_frame', host: hostOf(origin) };
}

function outcomeOf(reply: FrameFill, how: Omit<Made, 'entry'>): FillOutcome {
  switch (reply.outcome) {
    case 'filled':
      return { code: 'filled', fields: reply.fields, ...how };
    case 'changed':
      return { code: 'changed', problems: reply.problems };
    default:
      return { code: reply.outcome };
  }
}

type Made = Pick<FilledOutcome, 'site' | 'insteadOf'> & { readonly entry: PasswordEntry };

type EntryFor = (frame: FrameReply<FrameSurvey>) => Promise<Made | FillOutcome>;

/**
 * A new password by the stored options, within what the site accepts. What is stored is read from now on, while the
 * page is still being looked at: in a busy browser both take their time.
 */
function beginEntry(): EntryFor {
  const wanted = readPreferences();
  const known = readKnownRules();
  return async ({ result: { origin, hints } }) => {
    const made = await makePassword(hints && (await siteRuleOf(origin, hints, known)), wanted);
    if ('code' in made) return made;
    const { password, madeBy, notes, ...how } = made;
    const host = hostOf(origin);
    const entry = await rememberPassword({ how: 'filled', password, host, ...(madeBy && { madeBy }) });
    return { entry, ...how, ...(notes && { site: { host, ...notes } }) };
  };
}

/** The password that the popup showed and has written down, for the host that it showed. */
async function takeEntry(
  { result: { origin, hints } }: FrameReply<FrameSurvey>,
  id: string,
): Promise<Made | FillOutcome> {
  const entry = (await recentPasswords.read()).find((one) => one.id === id);
  // A sandboxed document has no host to compare; that it is the one looked at is checked in the frame.
  const host = hostOf(origin) || entry?.host;
  if (!entry || entry.host !== host) return { code: 'moved' };
  const maxLength = hints?.maxLength;
  if (maxLength && entry.password.length > maxLength) return { code: 'too_long', maxLength };
  return { entry };
}
