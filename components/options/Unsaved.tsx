import { useEffect, useState } from 'preact/hooks';
import { message } from '../../lib/i18n/message.ts';
import { onUnsaved, type UnsavedReason } from '../../lib/storage/lock.ts';

/** Reports a change that was not saved: another window was writing for too long, or the browser failed. */
export function Unsaved() {
  const [reason, setReason] = useState<UnsavedReason>();
  useEffect(() => onUnsaved(setReason), []);
  return (
    <p role="alert" id="storage-busy" class="help warning" hidden={!reason}>
      {reason ? message(reason) : null}
    </p>
  );
}
