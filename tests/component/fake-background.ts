import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FillOutcome } from '../../lib/messaging/fill-outcome.ts';
import type { SaveKeyReply, SaveKeyRequest } from '../../lib/messaging/key-messages.ts';
import type {
  ApiReply,
  ApiTestReply,
  MessageMap,
  TabSurvey,
  UndoReply,
} from '../../lib/messaging/messages.ts';
import { apiPassword } from '../../lib/storage/api-passwords.ts';
import { keyState } from '../../lib/storage/key-state.ts';
import { deleteKey, lockKey, saveKey, unlockKey } from '../../lib/storage/key-store.ts';

/** The host of the preset that is configured by default. */
export const API_HOST = 'api.tinyfn.io';

/** A password as the API's server returns it. */
export const API_PASSWORD = {
  id: 'x1',
  password: 'Server-made-pw-1',
  host: API_HOST,
  entropyAtMostBits: 104.6,
  strengthAtMost: 'very_strong',
  serverClaims: { entropyBits: 105.2 },
} as const;

interface FakeBackground {
  /** The reply to every survey; a promise where the page is slow. */
  survey: TabSurvey | Promise<TabSurvey>;
  undoReply: UndoReply;
  /** The outcome of every fill; by default all surveyed fields are filled. */
  fillOutcome: FillOutcome | undefined;
  makeByApi: () => Promise<ApiReply>;
  testReply: ApiTestReply;
  /** Every message, in order. */
  sent: { readonly name: string; readonly request: unknown }[];
}

const defaults = (): FakeBackground => ({
  survey: { host: 'example.com', fields: 0 },
  undoReply: { restored: 2, left: 0 },
  fillOutcome: undefined,
  makeByApi: async () => {
    await apiPassword.update(() => API_PASSWORD);
    return { ok: true, id: API_PASSWORD.id };
  },
  testReply: { ok: true, host: API_HOST, durationMs: 120 },
  sent: [],
});

/** The replies of the fake background, and the messages that it has received. */
export const background: FakeBackground = defaults();

/** Puts the fake background with its defaults behind the page under test. Call it before each test. */
export function fakeBackground(): void {
  Object.assign(background, defaults());
  fakeBrowser.tabs.query = vi.fn(async () => [{ id: 7 }]) as never;
  fakeBrowser.runtime.sendMessage = vi.fn(async (message: FakeBackground['sent'][number]) => {
    background.sent.push(message);
    const { name, request } = message as { name: keyof MessageMap; request: never };
    return { ok: true, reply: await replyTo(name, request) };
  }) as never;
}

/** The survey, with a frame for the fields that it has. */
async function surveyed(): Promise<TabSurvey> {
  const survey = await background.survey;
  return survey.fields === 0
    ? survey
    : { frame: { frameId: 0, origin: `https://${survey.host}` }, ...survey };
}

async function filledAll(): Promise<FillOutcome> {
  return { code: 'filled', fields: (await background.survey).fields };
}

type UnlockRequest = MessageMap['options-to-background:unlock-key']['request'];

/** Keeps a key as the background does, with the reply of the fake server in place of a test. */
async function saveTested(request: SaveKeyRequest): Promise<SaveKeyReply> {
  const replaced = (await keyState(request.service)).status !== 'none';
  if (replaced && !background.testReply.ok) return background.testReply;
  await saveKey(request);
  return { ok: true, replaced };
}

function replyTo(name: keyof MessageMap, request: never): unknown {
  switch (name) {
    case 'popup-to-background:survey':
      return surveyed();
    case 'popup-to-background:fill':
    case 'popup-to-background:fill-granted':
      return background.fillOutcome ?? filledAll();
    case 'popup-to-background:guard-pending':
      return undefined;
    case 'popup-to-background:undo':
      return background.undoReply;
    case 'popup-to-background:make-by-api':
      return background.makeByApi();
    case 'popup-to-background:cancel-api':
      return undefined;
    case 'options-to-background:test-api':
      return background.testReply;
    case 'options-to-background:save-key':
      return saveTested(request);
    case 'options-to-background:unlock-key':
      return unlockKey((request as UnlockRequest).service, (request as UnlockRequest).passphrase);
    case 'options-to-background:lock-key':
      return lockKey((request as UnlockRequest).service);
    case 'options-to-background:delete-key':
      return deleteKey((request as UnlockRequest).service);
    default:
      throw new Error(`The fake background has no reply to ${name}.`);
  }
}
