import { useLayoutEffect } from 'preact/hooks';
import { message } from '../../lib/i18n/message.ts';

/** Says that a server is being asked; Escape cancels, and then closes nothing. */
export function Asking({ host, cancel }: { host: string; cancel: () => void }) {
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
    <p class="note" id="asking" role="status">
      <progress /> {message('popup_asking', host)}
    </p>
  );
}
