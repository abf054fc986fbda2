import { type StubApi, startStubApi } from '../../support/stub-api.ts';
import { passwords } from '../../support/stub-behaviours.ts';
import type { TestBrowser, TestPage } from '../browsers/types.ts';
import { change, KEY, setUp } from '../set-up-api.ts';

/** The configured password API, and a server of another origin that must hear nothing. */
export interface AttackedApi {
  readonly stub: StubApi;
  readonly elsewhere: StubApi;
  close(): Promise<void>;
}

/** The time limit of a call, in seconds. */
export const TIME_LIMIT_SECONDS = 1;

/** Starts both servers, and sets up the first one in the settings as a person does. */
export async function attackedApi(of: { browser: TestBrowser; own: TestPage }): Promise<AttackedApi> {
  const stub = await startStubApi({ behaviour: passwords(KEY) });
  const elsewhere = await startStubApi({ cors: true });
  await of.own.bringToFront();
  await setUp(of.browser, of.own, stub.url);
  await change(of.own, { timeLimitSeconds: TIME_LIMIT_SECONDS });
  const close = async () => {
    await stub.close();
    await elsewhere.close();
  };
  return { stub, elsewhere, close };
}
