import { useEffect, useState } from 'preact/hooks';
import { message } from '../../lib/i18n/message.ts';
import { onStorageBusy } from '../../lib/storage/lock.ts';

/** Reports a change that was not saved because another window was writing for too long. */
export function StorageBusy() {
  const [isBusy, setBusy] = useState(false);
  useEffect(() => onStorageBusy(() => setBusy(true)), []);
  return (
    <p role="alert" id="storage-busy" class="help warning" hidden={!isBusy}>
      {isBusy ? message('storage_busy') : null}
    </p>
  );
}
