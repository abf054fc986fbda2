/** What was put into one field. */
export interface FilledValue {
  readonly field: HTMLInputElement;
  readonly before: string;
  readonly after: string;
}

/** A fill that can be undone. */
export interface LastFill {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The entry of the recent passwords. */
  readonly entryId: string;
  readonly values: readonly FilledValue[];
}

/**
 * What the isolated world remembers of one document between two calls. It dies with the document, no page can read
 * it, and nothing of it but counts, times and ids is ever told to the background.
 */
export interface FrameState {
  /** The name of the last survey. */
  visit?: string;
  lastFill?: LastFill | undefined;
}
