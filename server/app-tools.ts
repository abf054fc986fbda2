import type { Hono } from 'hono';
import type { Generator } from './generator.ts';
import type { RequireApiKey } from './guard.ts';
import type { KeyAdmin } from './key-admin.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { AddressOf, AppEnv } from './visit.ts';

/** The API. */
export type App = Hono<AppEnv>;

/** Everything that the app works with; it has no side effects of its own. */
export interface AppTools {
  readonly generator: Generator;
  readonly requireApiKey: RequireApiKey;
  /** The administration of keys; without a store there is none. */
  readonly admin: KeyAdmin | undefined;
  /** Rejects while the store does not answer. */
  readonly ping: () => Promise<void>;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly now: () => number;
  /** Milliseconds of a clock that never goes back. */
  readonly ticks: () => number;
  readonly newId: () => string;
  readonly addressOf: AddressOf;
  /** Whether a client is this computer itself, not a proxy. */
  readonly isLocal: (address: string) => boolean;
  /** The names under which agents may reach the MCP endpoint. */
  readonly allowedHosts: ReadonlySet<string>;
  readonly docFiles: DocFiles;
  readonly version: string;
}

/** The files of Swagger UI, which come from the package and not from a CDN. */
export interface DocFiles {
  readonly script: Uint8Array;
  readonly style: Uint8Array;
}
