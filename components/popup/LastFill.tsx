import { describeOutcome } from '../../lib/i18n/describe-outcome.ts';
import { formatTime } from '../../lib/i18n/format-time.ts';
import { message } from '../../lib/i18n/message.ts';
import { isFilled, isWeakFill } from '../../lib/messaging/fill-outcome.ts';
import type { LastOutcome } from '../../lib/storage/last-outcome.ts';

/**
 * Why the last fill by the menu or the shortcut failed, and when. Nothing where it went well, unless that was
 * in a window without a toolbar, which shows no result.
 */
export function LastFill({ last }: { last: LastOutcome | null | undefined }) {
  if (!last) return null;
  const good = isFilled(last.outcome) && !isWeakFill(last.outcome);
  if (good && !last.noToolbar) return null;
  const [time, reason] = [formatTime(last.at), describeOutcome(last.outcome)];
  return (
    <p class="note" id="last-fill" data-tone={good ? undefined : 'warning'}>
      {last.host ? message('last_fill_on', last.host, time, reason) : message('last_fill', time, reason)}
    </p>
  );
}
