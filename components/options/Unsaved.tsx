import { useEffect, useState } from 'preact/hooks';
import { message } from '../../lib/i18n/message.ts';
import { type NoEffectReason, onUnsaved } from '../../lib/storage/lock.ts';

/**
 * Reports a change that was not saved, or a click that had no effect, at the lower edge of the window,
 * because the page is longer than the window. It goes with what the person does next, which may have its own
 * report.
 */
export function Unsaved() {
  const [reason, setReason] = useState<NoEffectReason>();
  useEffect(() => {
    const forget = () => setReason(undefined);
    // While the event goes down, so that a report that a handler makes at once comes later.
    document.addEventListener('click', forget, true);
    document.addEventListener('input', forget, true);
    const stop = onUnsaved(setReason);
    return () => {
      stop();
      document.removeEventListener('click', forget, true);
      document.removeEventListener('input', forget, true);
    };
  }, []);
  return (
    <p role="alert" id="unsaved" class="help warning" hidden={!reason}>
      {reason ? message(reason) : null}
    </p>
  );
}
