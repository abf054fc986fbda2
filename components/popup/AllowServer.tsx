import { useState } from 'preact/hooks';
import { message } from '../../lib/i18n/message.ts';
import { requestServerAccess } from '../../lib/platform/permissions.ts';
import { apiService, apiSettings } from '../../lib/storage/api-settings.ts';
import { useStored } from '../hooks/use-stored.ts';

/**
 * Requests the permission for the configured server, and then the password. Chromium's prompt closes the
 * popup; the next one finds the permission.
 */
export function AllowServer({ retry }: { retry: () => void }) {
  const [settings] = useStored(apiSettings);
  const [isBlocked, setBlocked] = useState(false);
  const { base, host } = settings ? apiService(settings) : {};
  if (!base?.ok || host === undefined) return null;
  if (isBlocked) return <p class="problem">{message('api_policy', host)}</p>;
  const allow = async () => {
    const access = await requestServerAccess(base.matchPattern);
    if (access === 'granted') retry();
    if (access === 'blocked') setBlocked(true);
  };
  return (
    <button type="button" class="link" id="allow-server" onClick={() => void allow()}>
      {message('popup_allow_server')}
    </button>
  );
}
