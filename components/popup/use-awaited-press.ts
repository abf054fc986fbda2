import { useEffect, useRef, useState } from 'preact/hooks';
import { message } from '../../lib/i18n/message.ts';
import { copyLater } from '../../lib/platform/clipboard.ts';
import { fillShown } from './fill-shown.ts';
import type { Notify } from './use-notice.ts';
import type { PasswordActions } from './use-password-actions.ts';
import type { PopupPassword } from './use-popup-password.ts';
import type { SurveyedTab } from './use-tab-survey.ts';

/** A press of Copy or Fill that waits for the password of a server. */
interface AwaitedPress {
  readonly kind: 'copy' | 'fill';
  /** Gives the password to a copy that began within the click; `undefined` ends it without one. */
  readonly give: (password: string | undefined) => Promise<void>;
}

/** What the person does while there is no password yet. */
export interface AwaitedPresses {
  /** Copies or fills the password as soon as it arrives. A later press takes the place of the one before. */
  readonly press: (kind: AwaitedPress['kind']) => void;
  /** Takes the press back. */
  readonly forget: () => void;
}

interface Surroundings {
  readonly made: PopupPassword;
  readonly survey: SurveyedTab | undefined;
  readonly actions: PasswordActions;
  readonly notify: Notify;
}

/**
 * Remembers a press of Copy or Fill while a server is asked, and carries it out once the password is there. A
 * failure, a cancelled request and a password that does not fit the page end the wait, and nothing is done.
 */
export function useAwaitedPress({ made, survey, actions, notify }: Surroundings): AwaitedPresses {
  const waiting = useRef<AwaitedPress | undefined>(undefined);
  const [count, setCount] = useState(0);
  const { awaited, shown, misfit } = made;
  const isOver = awaited === undefined;
  const end = () => {
    const press = waiting.current;
    waiting.current = undefined;
    return press;
  };
  // The password comes with a later rendering.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rest belongs to the same rendering
  useEffect(() => {
    const press = isOver ? end() : undefined;
    if (!press) return;
    notify(undefined);
    const { give } = press;
    if (!shown?.madeBy || misfit) return void give(undefined);
    if (press.kind === 'copy') return actions.copy(shown, give);
    if (survey) actions.fill(shown, () => fillShown(shown, survey));
  }, [count, isOver]);
  return {
    press: (kind) => {
      if (!awaited) return;
      void end()?.give(undefined);
      waiting.current = { kind, give: kind === 'copy' ? beginCopy() : async () => {} };
      const key = kind === 'copy' ? 'popup_copy_waits' : 'popup_fill_waits';
      notify({ kind: 'info', text: message(key, awaited.host) });
      setCount((before) => before + 1);
    },
    forget: () => void end()?.give(undefined),
  };
}

/** Begins a copy within the click, because a browser may refuse one that begins later. */
function beginCopy(): AwaitedPress['give'] {
  let settle = (_password: string | undefined) => {};
  const arrived = new Promise<string>((resolve, reject) => {
    settle = (password) =>
      password === undefined ? reject(new Error('No password came.')) : resolve(password);
  });
  const copied = copyLater(arrived);
  // A press that is taken back ends it, and nobody waits for it then.
  copied.catch(() => {});
  return (password) => {
    settle(password);
    return password === undefined ? Promise.resolve() : copied;
  };
}
