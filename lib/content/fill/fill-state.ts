/** What a fill did to one field. */
export interface FilledValue {
  readonly field: HTMLInputElement;
  readonly before: string;
  readonly after: string;
}

/** A fill that can be undone. */
export interface LastFill {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The id of the password's entry in the history. */
  readonly entryId: string;
  readonly values: readonly FilledValue[];
}

/**
 * What the isolated world keeps of one document between two calls. No page can read it, and it dies with the
 * document. Only counts, times and ids from it are sent to the background.
 */
export interface FrameState {
  /** The id of the last survey. */
  visit?: string;
  /** The fields that were not marked as invalid before they got the focus for their hints. */
  unmarked?: readonly HTMLInputElement[];
  /** The fields to fill at the last survey, with their forms. */
  forms?: ReadonlyMap<HTMLInputElement, HTMLFormElement | null>;
  /** Whether a field to fill showed its text then, as one does whose eye was clicked. */
  isShown?: boolean;
  lastFill?: LastFill | undefined;
}
