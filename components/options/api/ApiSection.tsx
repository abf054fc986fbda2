import { message } from '../../../lib/i18n/message.ts';
import { releaseOriginAccess } from '../../../lib/platform/release-origin.ts';
import { type ApiSettings, apiService, apiSettings } from '../../../lib/storage/api-settings.ts';
import { orReport } from '../../../lib/storage/lock.ts';
import { useStored } from '../../hooks/use-stored.ts';
import { NumberField } from '../NumberField.tsx';
import { ApiActivityList } from './ApiActivityList.tsx';
import { ApiKeySection } from './ApiKeySection.tsx';
import { ApiServiceFields } from './ApiServiceFields.tsx';
import { ApiSwitch } from './ApiSwitch.tsx';
import type { SetSettings } from './set-settings.ts';

/** Everything about passwords from a server. */
export function ApiSection() {
  const [settings, change] = useStored(apiSettings);
  if (!settings) return null;
  const set: SetSettings = (part) => change((current) => ({ ...current, ...part }));
  return (
    <section aria-labelledby="api">
      <h2 id="api">{message('options_api')}</h2>
      <p class="help">{message('options_api_help')}</p>
      <ApiServiceFields settings={settings} set={(part) => void changeService(settings, part, set)} />
      <ApiKeySection settings={settings} />
      <ApiSwitch settings={settings} set={set} />
      <FallbackSelect settings={settings} set={set} />
      <NumberField
        label={message('options_api_time_limit')}
        range={[1, 30]}
        value={settings.timeLimitSeconds}
        change={(timeLimitSeconds) => void set({ timeLimitSeconds })}
      />
      <NumberField
        label={message('options_key_reminder')}
        range={[0, 365]}
        value={settings.reminderDays}
        change={(reminderDays) => void set({ reminderDays })}
      />
      <ApiActivityList />
    </section>
  );
}

interface FallbackSelectProps {
  settings: ApiSettings;
  set: SetSettings;
}

function FallbackSelect({ settings, set }: FallbackSelectProps) {
  return (
    <label class="number">
      {message('options_api_fallback')}
      <select
        id="api-fallback"
        value={settings.fallback}
        onChange={(event) => void set({ fallback: event.currentTarget.value as ApiSettings['fallback'] })}
      >
        <option value="ask">{message('options_api_fallback_ask')}</option>
        <option value="local">{message('options_api_fallback_local')}</option>
      </select>
    </label>
  );
}

/**
 * Changes the service, and switches the API off if its origin changes. The permission for the old origin is
 * removed. Only a click of the person can request one for the new origin.
 */
async function changeService(settings: ApiSettings, part: Partial<ApiSettings>, set: SetSettings) {
  const { base, id } = apiService(settings);
  const changed = { ...settings, ...part };
  if (!base.ok || apiService(changed).id === id) return set(part);
  if (await set({ ...part, on: false }))
    await orReport(releaseOriginAccess(base.matchPattern, { ...changed, on: false }));
}
