import { useState } from 'preact/hooks';
import { describeMessageFailure } from '../../../lib/i18n/describe-message-failure.ts';
import { message } from '../../../lib/i18n/message.ts';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import { type ApiSettings, apiService } from '../../../lib/storage/api-settings.ts';
import { useKeyState } from '../../hooks/use-key-state.ts';
import { KeyForm } from './KeyForm.tsx';
import { KeyInfoLines } from './KeyInfoLines.tsx';
import { OtherKeys } from './OtherKeys.tsx';
import { UnlockForm } from './UnlockForm.tsx';

/** The key of the configured service: facts about it, and the ways to unlock, lock, replace and delete it. */
export function ApiKeySection({ settings }: { settings: ApiSettings }) {
  const { id, host, base } = apiService(settings);
  const state = useKeyState(id);
  if (!state) return null;
  return (
    <div class="key" id="api-key">
      {state.status === 'none' ? null : <KeyInfoLines state={state} reminderDays={settings.reminderDays} />}
      {state.status === 'locked' ? <UnlockForm service={state.info.service} /> : null}
      {state.status === 'none' ? null : (
        <KeyButtons
          service={state.info.service}
          canLock={state.status === 'ready' && state.info.keeping === 'passphrase'}
        />
      )}
      {id !== undefined && base.ok ? (
        <KeyForm service={{ id, host, matchPattern: base.matchPattern }} state={state} />
      ) : null}
      <OtherKeys configured={id} />
    </div>
  );
}

function KeyButtons({ service, canLock }: { service: string; canLock: boolean }) {
  const [failure, setFailure] = useState<string>();
  const ask = async (verb: 'lock' | 'delete') => {
    const answer = await sendMessage(`options-to-background:${verb}-key`, { service });
    setFailure(answer.ok ? undefined : describeMessageFailure(answer.failure));
  };
  return (
    <p class="buttons">
      {canLock ? (
        <button type="button" class="button" id="key-lock" onClick={() => void ask('lock')}>
          {message('options_key_lock')}
        </button>
      ) : null}
      <button type="button" class="button" id="key-forget" onClick={() => void ask('delete')}>
        {message('options_key_forget')}
      </button>
      <span role="alert">{failure}</span>
    </p>
  );
}
