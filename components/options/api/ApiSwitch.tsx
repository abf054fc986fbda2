import { useState } from 'preact/hooks';
import { describeApiProblem } from '../../../lib/i18n/describe-api-problem.ts';
import { describeMessageFailure } from '../../../lib/i18n/describe-message-failure.ts';
import { message } from '../../../lib/i18n/message.ts';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import { requestOriginAccess, revokeOriginAccess } from '../../../lib/platform/permissions.ts';
import { type ApiSettings, apiService } from '../../../lib/storage/api-settings.ts';
import { ServerDetail } from '../../shared/ServerDetail.tsx';
import { Switch } from '../../shared/Switch.tsx';
import type { ApiResult } from './store-key.ts';

interface ApiSwitchProps {
  settings: ApiSettings;
  set: (part: Partial<ApiSettings>) => void;
}

/** The test of the API and its switch. The click requests the permission; switching off removes it. */
export function ApiSwitch({ settings, set }: ApiSwitchProps) {
  const [result, setResult] = useState<ApiResult>();
  const { base, host } = apiService(settings);
  // This comes first in a click, because browsers show the prompt only then.
  const requestPermission = async () => {
    const allowed = base.ok && (await requestOriginAccess(base.matchPattern));
    if (!allowed) setResult({ text: message('options_api_declined', host) });
    return allowed;
  };
  const test = async () => {
    if (!(await requestPermission())) return;
    setResult({ text: message('options_api_testing') });
    setResult(await testApi());
  };
  const change = async (on: boolean) => {
    if (on && !(await requestPermission())) return;
    set({ on });
    if (!on && base.ok) await revokeOriginAccess(base.matchPattern);
    setResult(undefined);
  };
  return (
    <>
      <TestButton disabled={!base.ok} test={() => void test()} result={result} />
      <Switch
        label={message('options_api_on')}
        checked={settings.on}
        disabled={!base.ok}
        change={(on) => void change(on)}
      />
    </>
  );
}

interface TestButtonProps {
  disabled: boolean;
  test: () => void;
  result: ApiResult | undefined;
}

function TestButton({ disabled, test, result }: TestButtonProps) {
  return (
    <>
      <p class="buttons">
        <button type="button" class="button" id="api-test" disabled={disabled} onClick={test}>
          {message('options_api_test')}
        </button>
        <span role="status" id="api-test-result">
          {result?.text}
        </span>
      </p>
      <ServerDetail problem={result?.problem} />
    </>
  );
}

/** Asks the background to test the service. */
async function testApi(): Promise<ApiResult> {
  const answer = await sendMessage('options-to-background:test-api', { which: 'current' });
  if (!answer.ok) return { text: describeMessageFailure(answer.failure) };
  const { reply } = answer;
  if (!reply.ok) return { text: describeApiProblem(reply.problem, reply.host), problem: reply.problem };
  return { text: message('options_api_test_passed', reply.host, String(reply.durationMs)) };
}
