import type { FrameFill, FrameSurvey } from '../content/frame.ts';
import { showOutcome } from '../platform/badge.ts';
import type { FilledOutcome, FillOutcome } from '../platform/fill-outcome.ts';
import type { FrameReply } from '../platform/frames.ts';
import type { TabSurvey } from '../platform/messages.ts';
import {
  noteOutcome,
  type PasswordEntry,
  recentPasswords,
  rememberPassword,
} from '../platform/recent-passwords.ts';
import { chooseFrame, type FillTarget, fillOneFrame, surveyFrames } from './frame-calls.ts';
import { makePassword } from './make-password.ts';

/**
 * The one path of the menu, the command and the popup: look, make a password (or take the popup's entry), write it
 * down, fill, read back, tell. Never rejects.
 */
export async function fillTab(target: FillTarget, entryId?: string): Promise<FillOutcome> {
  const outcome = await fillChosenFrame(target, entryId);
  await showOutcome(target.tabId, outcome);
  return outcome;
}

/** What the popup asks before it shows its Fill button. */
export async function surveyTab(tabId: number): Promise<TabSurvey> {
  const chosen = chooseFrame((await surveyFrames({ tabId, meant: 'nothing' })) ?? []);
  if (!chosen) return { host: '', fields: 0 };
  const { origin, fields, maxLength } = chosen.result;
  return { host: hostOf(origin), fields, ...(maxLength && { maxLength }) };
}

async function fillChosenFrame(target: FillTarget, entryId?: string): Promise<FillOutcome> {
  const frames = await surveyFrames(target);
  if (!frames) return { code: 'no_access' };
  const frame = chooseFrame(frames);
  if (!frame) return { code: 'no_field' };

  const made = entryId === undefined ? await makeEntry(frame) : await takeEntry(frame, entryId);
  if ('code' in made) return made;
  const { entry, ...how } = made;
  const outcome = outcomeOf(await fillOneFrame(target, frame, entry.password), how);
  await noteOutcome(entry.id, outcome);
  return outcome;
}

function outcomeOf(reply: FrameFill, how: Omit<Made, 'entry'>): FillOutcome {
  return reply.outcome === 'filled'
    ? { code: 'filled', fields: reply.fields, ...how }
    : { code: reply.outcome };
}

type Made = Pick<FilledOutcome, 'shortenedTo' | 'insteadOf'> & { readonly entry: PasswordEntry };

/** A new password by the stored options, no longer than the fields take. */
async function makeEntry({
  result: { origin, maxLength },
}: FrameReply<FrameSurvey>): Promise<Made | FillOutcome> {
  const made = await makePassword(maxLength);
  if ('code' in made) return made;
  const { password, madeBy, ...how } = made;
  const entry = await rememberPassword({
    how: 'filled',
    password,
    host: hostOf(origin),
    ...(madeBy && { madeBy }),
  });
  return { entry, ...how };
}

/** The password that the popup showed and has written down. */
async function takeEntry(
  { result: { maxLength } }: FrameReply<FrameSurvey>,
  id: string,
): Promise<Made | FillOutcome> {
  const entry = (await recentPasswords.read()).find((one) => one.id === id);
  if (!entry) return { code: 'moved' };
  if (maxLength && entry.password.length > maxLength) return { code: 'too_long', maxLength };
  return { entry };
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : '';
}
