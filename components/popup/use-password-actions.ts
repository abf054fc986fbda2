import { useState } from 'preact/hooks';
import { fillKind } from '../../lib/storage/kind-options.ts';
import { useStored } from '../hooks/use-stored.ts';
import { copyPassword, noteCopied } from './copy-password.ts';
import type { Notice } from './Notices.tsx';
import type { Notify } from './use-notice.ts';
import type { ShownPassword } from './use-popup-password.ts';
import { describeConfirmation, needsConfirmation } from './weakness.ts';

/** What the person can do with the shown password. Each of these keeps it shown. */
export interface PasswordActions {
  /** `late` copies for a press that had to wait. */
  readonly copy: (shown: ShownPassword, late?: (password: string) => Promise<void>) => void;
  /** The person has copied it without the button. */
  readonly copied: (shown: ShownPassword) => void;
  /** The person has selected all of it. */
  readonly selected: (shown: ShownPassword) => void;
  /** Fills it by `run`, within the click. Asks first if it is very weak: then a second press fills it. */
  readonly fill: (shown: ShownPassword, run: () => Promise<Notice | undefined>) => void;
  /** Whether the next press fills it although it is very weak. */
  readonly asks: (shown: ShownPassword) => boolean;
}

interface Surroundings {
  readonly host: string;
  readonly freeze: (shown: ShownPassword) => void;
  readonly notify: Notify;
  readonly notifyFill: Notify;
}

export function usePasswordActions({ host, freeze, notify, notifyFill }: Surroundings): PasswordActions {
  const [kindForFills] = useStored(fillKind);
  const [asked, ask] = useState<string>();
  const asks = ({ password }: ShownPassword) => password === asked;
  const report = (shown: ShownPassword, done: Promise<Notice>) => {
    freeze(shown);
    void done.then((notice) => notify(notice, shown.password));
  };
  return {
    asks,
    selected: freeze,
    copy: (shown, late) => report(shown, copyPassword(shown, late)),
    copied: (shown) => report(shown, noteCopied(shown)),
    fill: (shown, run) => {
      freeze(shown);
      if (needsConfirmation(shown, kindForFills) && !asks(shown)) {
        ask(shown.password);
        return notify({ kind: 'warning', text: describeConfirmation(shown, host) });
      }
      ask(undefined);
      void run().then((notice) => notice && notifyFill(notice, shown.password));
    },
  };
}
