import { formatDateTime } from '../../../lib/i18n/format-time.ts';
import { message } from '../../../lib/i18n/message.ts';
import { plural } from '../../../lib/i18n/plural.ts';
import { ageInDays, type KeyState } from '../../../lib/storage/key-state.ts';

interface KeyInfoLinesProps {
  state: Exclude<KeyState, { status: 'none' }>;
  reminderDays: number;
}

/** What may be shown of a key: its end, how it is kept, its dates, and whether it is lost or old. */
export function KeyInfoLines({ state: { status, info }, reminderDays }: KeyInfoLinesProps) {
  const { ending, keeping, savedAt, usedAt } = info;
  const days = ageInDays(info);
  return (
    <>
      <ul class="help facts" id="key-info">
        <li>{ending ? message('options_key_state_ending', ending) : message('options_key_state')}</li>
        <li>{message(`options_key_${keeping}`)}</li>
        <li>{message('options_key_saved_at', formatDateTime(savedAt))}</li>
        <li>
          {usedAt
            ? message('options_key_used_at', formatDateTime(usedAt))
            : message('options_key_never_used')}
        </li>
      </ul>
      {status === 'lost' ? <p class="help warning">{message('options_key_lost')}</p> : null}
      {reminderDays > 0 && days >= reminderDays ? (
        <p class="help warning">{plural('options_key_old', days)}</p>
      ) : null}
    </>
  );
}
