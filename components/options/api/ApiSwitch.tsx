import { useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message.ts';
import { type Access, requestServerAccess } from '../../../lib/platform/permissions.ts';
import { releaseOriginAccess } from '../../../lib/platform/release-origin.ts';
import { type ApiSettings, apiService } from '../../../lib/storage/api-settings.ts';
import { orReport } from '../../../lib/storage/lock.ts';
import { useKeyState } from '../../hooks/use-key-state.ts';
import { useOriginAccess } from '../../hooks/use-origin-access.ts';
import { Switch } from '../../shared/Switch.tsx';
import { ApiTest } from './ApiTest.tsx';
import type { SetSettings } from './set-settings.ts';

interface ApiSwitchProps {
  settings: ApiSettings;
  set: SetSettings;
}

/**
 * The test of the API and its switch, which shows “on” only while the API can be used: with a key, and as
 * long as the browser allows it. The click requests the permission; switching off removes it.
 */
export function ApiSwitch({ settings, set }: ApiSwitchProps) {
  const { base, host } = apiService(settings);
  const { hasKey, isAllowed } = useMeans(settings);
  const [access, setAccess] = useState<Access>();
  // This comes first in a click, because browsers show the prompt only then.
  const allow = async () => {
    const answer = base.ok ? await requestServerAccess(base.matchPattern) : 'declined';
    setAccess(answer);
    return answer === 'granted';
  };
  const change = async (on: boolean) => {
    if (on && !(await allow())) return;
    setAccess(undefined);
    if (!(await set({ on })) || on || !base.ok) return;
    await orReport(releaseOriginAccess(base.matchPattern, { ...settings, on }));
  };
  const isMissing = hasKey === false || (settings.on && isAllowed === false);
  return (
    <>
      <ApiTest disabled={!hasKey} allow={allow} />
      <Switch
        label={message('options_api_on')}
        checked={settings.on && hasKey === true && isAllowed === true}
        disabled={!hasKey}
        change={(on) => void change(on)}
      />
      <div class={settings.on || access ? 'help warning' : 'help'} role="status" id="api-off-cause">
        {access === 'declined' ? <p>{message('options_api_declined', host)}</p> : null}
        {access === 'blocked' ? <p>{message('api_policy', host)}</p> : null}
        {isMissing && host ? (
          <p>{message(hasKey ? 'options_api_not_allowed' : 'options_api_without_key', host)}</p>
        ) : null}
      </div>
      {isMissing && settings.on ? (
        <WaysOut allow={hasKey ? () => void allow() : undefined} leaveOff={() => void change(false)} />
      ) : null}
    </>
  );
}

/** What the API cannot be used without; `undefined` until it is known. */
function useMeans(settings: ApiSettings): { hasKey: boolean | undefined; isAllowed: boolean | undefined } {
  const { id, base } = apiService(settings);
  const key = useKeyState(id);
  const isAllowed = useOriginAccess(base.ok ? base.matchPattern : undefined);
  return { hasKey: key && key.status !== 'none' && key.status !== 'lost', isAllowed };
}

interface WaysOutProps {
  /** `undefined` where the permission is not what is missing. */
  allow: (() => void) | undefined;
  leaveOff: () => void;
}

/** The person has switched the API on, and it cannot be used. */
function WaysOut({ allow, leaveOff }: WaysOutProps) {
  return (
    <p class="buttons">
      {allow ? (
        <button type="button" class="button" id="api-allow" onClick={allow}>
          {message('options_api_allow')}
        </button>
      ) : null}
      <button type="button" class="button" id="api-leave-off" onClick={leaveOff}>
        {message('options_api_leave_off')}
      </button>
    </p>
  );
}
