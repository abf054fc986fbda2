import type { Context } from 'hono';
import type { KnownKey, Refusal } from './key-ring.ts';

/** What is known of one request, for its answer and its line in the log. */
export interface Visit {
  readonly id: string;
  readonly startedMs: number;
  /** The address of the client, as far as proxies are trusted. */
  readonly address: string;
  key?: KnownKey;
  /** The id of a key that was refused, and why. */
  refused?: { readonly id: string; readonly reason: Refusal };
  /** The headers about the limit of the key. */
  limitHeaders?: Readonly<Record<string, string>>;
}

/** What the app keeps for each request. */
export interface AppEnv {
  Variables: { visit: Visit };
}

export type AppContext = Context<AppEnv>;

/** Where a request comes from; injected, because it depends on the server and its proxies. */
export type AddressOf = (c: Context) => string;
