import { message } from '../../lib/platform/i18n.ts';
import { describeNotes } from '../../lib/platform/site-notes.ts';
import type { ShownPassword } from '../hooks/use-popup-password.ts';

/** Says what was changed in the password for the site, and what the site may object to. */
export function FitNote({ host, shown }: { host: string; shown: ShownPassword | undefined }) {
  if (!shown?.notes) return null;
  const { unmet, adjustments } = shown.notes;
  const isTooLong = unmet?.code === 'max_length';
  const told = describeNotes({ host, adjustments, ...(unmet && !isTooLong && { unmet }) });
  const sentences = isTooLong ? [message('fill_too_long', String(unmet.value)), ...told] : told;
  const [first, ...rest] = sentences;
  const tone = unmet ? 'warning' : undefined;
  if (rest.length === 0)
    return first ? (
      <p class="note" id="fit-note" data-tone={tone}>
        {first}
      </p>
    ) : null;
  return (
    <details class="note reasons" id="fit-note" data-tone={tone}>
      <summary>{first}</summary>
      <ul>
        {rest.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}
