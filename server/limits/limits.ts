/** What is left of a limit after a request. */
export interface LimitState {
  readonly isExceeded: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds until the minute of the limit ends. */
  readonly resetMs: number;
}

/** Counts requests by the minute. Never rejects: what cannot be counted together is counted here alone. */
export interface Limits {
  /** Counts one request of a name, at most `limit` a minute. */
  take(name: string, limit: number): Promise<LimitState>;
  /** Takes back one that was counted. */
  giveBack(name: string, limit: number): Promise<void>;
  close(): Promise<void>;
}

/** The length of a limit's window in seconds. */
export const WINDOW_S = 60;
