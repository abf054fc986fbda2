import { parseNullable, storedItem } from './stored-item.ts';

/** A copied password that has been erased: enough to recognize it in the clipboard, too little to read it. */
export interface ForgottenCopy {
  readonly salt: string;
  readonly digest: string;
  /** When it was copied, in milliseconds since 1970. */
  readonly copiedAt: number;
}

/**
 * The password that was copied in a private window before the last one closed. The clipboard may still hold
 * it, and it is to be cleared on time. In memory only, until then.
 */
export const forgottenCopy = storedItem<ForgottenCopy | null>({
  key: 'forgottenCopy',
  area: 'session',
  version: 1,
  parse: parseNullable,
});
