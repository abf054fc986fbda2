import { useLayoutEffect } from 'preact/hooks';
import { message } from '../../lib/i18n/message.ts';

/**
 * Shows that a request to a server is under way. Escape cancels it, and does not close the popup then.
 * Firefox closes the popup nevertheless, so there is a button, too.
 */
export function PendingRequest({ host, cancel }: { host: string; cancel: () => void }) {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      cancel();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [cancel]);
  return (
    <>
      <progress />
      <span id="pending-request" role="status">
        {message('popup_asking', host)}
      </span>
      <button type="button" class="link" id="cancel-request" onClick={cancel}>
        {message('popup_cancel')}
      </button>
    </>
  );
}
