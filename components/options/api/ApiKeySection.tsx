import { message } from '../../../lib/i18n/message.ts';
import { deleteKey } from '../../../lib/storage/api-key.ts';
import type { ApiSettings } from '../../../lib/storage/api-settings.ts';
import { useKeyState } from '../../hooks/use-key-state.ts';
import { KeyForm } from './KeyForm.tsx';
import { KeyInfoLines } from './KeyInfoLines.tsx';
import { UnlockForm } from './UnlockForm.tsx';

/** The stored key: facts about it, and the ways to unlock, replace and delete it. */
export function ApiKeySection({ settings }: { settings: ApiSettings }) {
  const state = useKeyState();
  if (!state) return null;
  return (
    <div class="key" id="api-key">
      {state.status === 'none' ? null : (
        <>
          <KeyInfoLines info={state.info} reminderDays={settings.reminderDays} />
          {state.status === 'locked' ? <UnlockForm /> : null}
          <button type="button" class="button" id="key-forget" onClick={() => void deleteKey()}>
            {message('options_key_forget')}
          </button>
        </>
      )}
      <KeyForm settings={settings} replaces={state.status !== 'none'} />
    </div>
  );
}
