import * as v from 'valibot';
import { orElse, text, time } from './schema.ts';
import { storedItem } from './stored-item.ts';

const copySchema = v.object({
  salt: text(64),
  digest: text(200),
  /** When it was copied, in milliseconds since 1970. */
  copiedAt: time,
});

/** A copied password that has been erased: enough to recognize it in the clipboard, too little to read it. */
export type ForgottenCopy = Readonly<v.InferOutput<typeof copySchema>>;

/**
 * The password that was copied in a private window before the last one closed. The clipboard may still hold
 * it, and it is to be cleared on time. In memory only, until then.
 */
export const forgottenCopy = storedItem<ForgottenCopy | null>({
  key: 'forgottenCopy',
  area: 'session',
  version: 1,
  schema: orElse<ForgottenCopy | null>(copySchema, null),
});
