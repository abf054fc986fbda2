import { useEffect, useState } from 'preact/hooks';
import { message } from '../../lib/i18n/message.ts';
import { isOnToolbar } from '../../lib/platform/toolbar.ts';
import { pinHintShown } from '../../lib/storage/pin-hint.ts';
import { useFailure } from '../hooks/use-failure.ts';

/**
 * Says once that the toolbar button shows the outcome of a fill, where the toolbar has no such button. It
 * goes when the person does something, so that the popup has room for what follows.
 */
export function PinHint() {
  const fail = useFailure();
  const [isDue, setDue] = useState<boolean>();
  useEffect(() => {
    // Whoever acts before the browser has answered is past the moment for a hint.
    isPinHintDue().then((due) => setDue((known) => known ?? due), fail);
    const hide = () => setDue(false);
    document.addEventListener('click', hide);
    return () => document.removeEventListener('click', hide);
  }, [fail]);
  useEffect(() => {
    // If that is not saved, the next popup says it once more.
    if (isDue) pinHintShown.update(() => true).catch(() => undefined);
  }, [isDue]);
  return isDue ? (
    <p class="note" id="pin-hint">
      {message('popup_pin_hint')}
    </p>
  ) : null;
}

const isPinHintDue = async () => (await isOnToolbar()) === false && !(await pinHintShown.read());
