import { useState } from 'preact/hooks';
import { message } from '../../lib/i18n/message.ts';
import { formatNumber, plural } from '../../lib/i18n/plural.ts';
import { requestClipboardAccess, revokeClipboardAccess } from '../../lib/platform/permissions.ts';
import {
  clipboardSettings,
  MAX_CLEAR_SECONDS,
  MIN_CLEAR_SECONDS,
} from '../../lib/storage/clipboard-settings.ts';
import { orReport } from '../../lib/storage/lock.ts';
import { useClearPermission } from '../hooks/use-clear-permission.ts';
import { useStored } from '../hooks/use-stored.ts';
import { Switch } from '../shared/Switch.tsx';
import { NumberField } from './NumberField.tsx';

/** Whether and when a copied password is cleared from the clipboard. The switch is the permission itself. */
export function ClipboardSection() {
  const [settings, change] = useStored(clipboardSettings);
  const allowed = useClearPermission();
  const [, render] = useState<object>();
  if (!settings || allowed === undefined) return null;
  const setAllowed = async (clear: boolean) => {
    await orReport(clear ? requestClipboardAccess() : revokeClipboardAccess());
    // The switch has moved with the click. What it shows is the permission, which may be what it was.
    render({});
  };
  return (
    <section aria-labelledby="clipboard">
      <h2 id="clipboard">{message('options_clipboard')}</h2>
      <Switch label={message('options_clear')} checked={allowed} change={(clear) => void setAllowed(clear)} />
      <p class="help">{message('options_clear_help')}</p>
      <NumberField
        label={message('options_clear_seconds')}
        range={[MIN_CLEAR_SECONDS, MAX_CLEAR_SECONDS]}
        value={settings.seconds}
        change={(seconds) => change((current) => ({ ...current, seconds }))}
        describedBy="clear-range"
      />
      <p class="help" id="clear-range">
        {plural(
          'options_clear_range',
          MAX_CLEAR_SECONDS,
          formatNumber(MIN_CLEAR_SECONDS),
          formatNumber(MAX_CLEAR_SECONDS),
        )}
      </p>
    </section>
  );
}
