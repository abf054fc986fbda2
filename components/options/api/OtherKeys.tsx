import { useState } from 'preact/hooks';
import { describeMessageFailure } from '../../../lib/i18n/describe-message-failure.ts';
import { message } from '../../../lib/i18n/message.ts';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import { hostOfService } from '../../../lib/storage/api-settings.ts';
import { servicesWithKey } from '../../../lib/storage/key-state.ts';
import { useKeys } from '../../hooks/use-key-state.ts';

/** The keys of services that are not configured now, so that none is kept unseen. */
export function OtherKeys({ configured }: { configured: string | undefined }) {
  const services = useKeys(servicesWithKey)?.filter((service) => service !== configured);
  const [failure, setFailure] = useState<string>();
  if (!services?.length) return null;
  const remove = async (service: string) => {
    const answer = await sendMessage('options-to-background:delete-key', { service });
    setFailure(answer.ok ? undefined : describeMessageFailure(answer.failure));
  };
  return (
    <>
      <p class="help">{message('options_key_others')}</p>
      <ul class="help facts" id="other-keys">
        {services.map((service) => (
          <li key={service}>
            {hostOfService(service)}{' '}
            <button type="button" class="link" onClick={() => void remove(service)}>
              {message('options_key_forget_other', hostOfService(service))}
            </button>
          </li>
        ))}
      </ul>
      <p role="alert">{failure}</p>
    </>
  );
}
