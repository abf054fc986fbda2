import { message } from '../../../lib/i18n/message.ts';
import { plural } from '../../../lib/i18n/plural.ts';
import { ageInDays, type KeyInfo } from '../../../lib/storage/api-key.ts';

/** What may be shown of a key: its end, its storage, its dates, and whether it is old. */
export function KeyInfoLines({ info, reminderDays }: { info: KeyInfo; reminderDays: number }) {
  const { ending, keeping, savedAt, usedAt } = info;
  const days = ageInDays(info);
  return (
    <>
      <ul class="help facts" id="key-info">
        <li>{ending ? message('options_key_state_ending', ending) : message('options_key_state')}</li>
        <li>{message(`options_key_${keeping}`)}</li>
        <li>{message('options_key_saved_at', date(savedAt))}</li>
        <li>{usedAt ? message('options_key_used_at', date(usedAt)) : message('options_key_never_used')}</li>
      </ul>
      {reminderDays > 0 && days >= reminderDays ? (
        <p class="help warning">{plural('options_key_old', days)}</p>
      ) : null}
    </>
  );
}

const date = (at: number) =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
