import { useLayoutEffect } from 'preact/hooks';
import { message } from '../../lib/i18n/message.ts';

/** Shows that a request to a server is under way. Escape cancels it, and does not close the popup then. */
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
    <p class="note" id="pending-request" role="status">
      <progress /> {message('popup_asking', host)}
    </p>
  );
}
