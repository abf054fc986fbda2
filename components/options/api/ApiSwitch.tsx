import { useState } from 'preact/hooks';
import { describeApiProblem } from '../../../lib/i18n/describe-api-problem.ts';
import { message } from '../../../lib/i18n/message.ts';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import { requestOriginAccess, revokeOriginAccess } from '../../../lib/platform/permissions.ts';
import { type ApiSettings, apiService } from '../../../lib/storage/api-settings.ts';
import { Switch } from '../../shared/Switch.tsx';

interface ApiSwitchProps {
  settings: ApiSettings;
  set: (part: Partial<ApiSettings>) => void;
}

/** Test, and on or off. The permission for the one origin is asked for on the click, and given back when it is off. */
export function ApiSwitch({ settings, set }: ApiSwitchProps) {
  const [told, setTold] = useState<string>();
  const { base, host } = apiService(settings);
  /** First thing in the click: browsers ask the person only then. */
  const ask = async () => {
    const allowed = base.ok && (await requestOriginAccess(base.matchPattern));
    if (!allowed) setTold(message('options_api_declined', host));
    return allowed;
  };
  const test = async () => {
    if (!(await ask())) return;
    setTold(message('options_api_testing'));
    setTold(await testSentence('current'));
  };
  const turn = async (on: boolean) => {
    if (on && !(await ask())) return;
    set({ on });
    if (!on && base.ok) await revokeOriginAccess(base.matchPattern);
    setTold(undefined);
  };
  return (
    <>
      <p class="buttons">
        <button type="button" class="button" id="api-test" disabled={!base.ok} onClick={() => void test()}>
          {message('options_api_test')}
        </button>
        <span role="status" id="api-test-result">
          {told}
        </span>
      </p>
      <Switch
        label={message('options_api_on')}
        checked={settings.on}
        disabled={!base.ok}
        change={(on) => void turn(on)}
      />
    </>
  );
}

/** Tries the service, and says in a sentence how that went. */
export async function testSentence(which: 'current' | 'candidate'): Promise<string> {
  const reply = await sendMessage('options-to-background:test-api', { which });
  if (!reply.ok) return describeApiProblem(reply.problem, reply.host);
  return message('options_api_test_passed', reply.host, String(reply.durationMs));
}
