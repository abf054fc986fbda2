import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FillOutcome } from '../../lib/messaging/fill-outcome.ts';
import type { ApiReply, ApiTestReply, TabSurvey, UndoReply } from '../../lib/messaging/messages.ts';
import { apiPassword } from '../../lib/storage/api-passwords.ts';

/** The host of the preset that is configured by default. */
export const API_HOST = 'api.tinyfn.io';

/** A password as the API's server makes it. */
export const API_PASSWORD = {
  id: 'x1',
  password: 'Server-made-pw-1',
  host: API_HOST,
  entropyAtMostBits: 104.6,
  strengthAtMost: 'very_strong',
  serverClaims: { entropyBits: 105.2 },
} as const;

interface FakeBackground {
  survey: TabSurvey;
  undoReply: UndoReply;
  /** The outcome of every fill; without it all surveyed fields are filled. */
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

/** What the fake background replies with and what it has received. */
export const background: FakeBackground = defaults();

/** Puts the fake background with its defaults behind the page under test; to be called before each test. */
export function fakeBackground(): void {
  Object.assign(background, defaults());
  fakeBrowser.tabs.query = vi.fn(async () => [{ id: 7 }]) as never;
  fakeBrowser.runtime.sendMessage = vi.fn(async (message: FakeBackground['sent'][number]) => {
    background.sent.push(message);
    return replyTo(message.name);
  }) as never;
}

function replyTo(name: string): unknown {
  if (name.endsWith('survey')) return background.survey;
  if (name.endsWith('undo')) return background.undoReply;
  if (name.endsWith('make-by-api')) return background.makeByApi();
  if (name.endsWith('test-api')) return background.testReply;
  return background.fillOutcome ?? { code: 'filled', fields: background.survey.fields };
}
