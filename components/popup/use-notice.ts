import { useEffect, useState } from 'preact/hooks';
import { message } from '../../lib/i18n/message.ts';
import { onUnsaved } from '../../lib/storage/lock.ts';
import type { Notice } from './Notices.tsx';

/** Shows a notice, or none; `about` is the password that it is about, if it is about one. */
export type Notify = (notice: Notice | undefined, about?: string) => void;

/**
 * The notice below the buttons. What was done with another password than the shown one is not said, because
 * it would be read as said of this one; but a warning always is.
 */
export function useNotice(shown: string | undefined): [Notice | undefined, Notify] {
  const [{ notice, about }, set] = useState<{ notice?: Notice | undefined; about?: string | undefined }>({});
  const applies = about === undefined || about === shown || notice?.kind === 'warning';
  useEffect(() => {
    return onUnsaved((reason) => set({ notice: { kind: 'warning', text: message(reason) } }));
  }, []);
  return [applies ? notice : undefined, (notice, about) => set({ notice, about })];
}
