import { useState } from 'preact/hooks';
import { describeApiProblem } from '../../../lib/i18n/describe-api-problem.ts';
import { describeMessageFailure } from '../../../lib/i18n/describe-message-failure.ts';
import { message } from '../../../lib/i18n/message.ts';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import { ServerDetail } from '../../shared/ServerDetail.tsx';
import type { ApiResult } from './save-key.ts';

interface ApiTestProps {
  disabled: boolean;
  /** Requests the permission to call the server, within the click. */
  allow: () => Promise<boolean>;
}

/** A button that asks the server for a password, to see whether it works, and the result. */
export function ApiTest({ disabled, allow }: ApiTestProps) {
  const [result, setResult] = useState<ApiResult>();
  const test = async () => {
    if (!(await allow())) return setResult(undefined);
    setResult({ text: message('options_api_testing') });
    setResult(await testApi());
  };
  return (
    <>
      <p class="buttons">
        <button type="button" class="button" id="api-test" disabled={disabled} onClick={() => void test()}>
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
  const answer = await sendMessage('options-to-background:test-api', {});
  if (!answer.ok) return { text: describeMessageFailure(answer.failure) };
  const { reply } = answer;
  if (!reply.ok) return { text: describeApiProblem(reply.problem, reply.host), problem: reply.problem };
  return { text: message('options_api_test_passed', reply.host, String(reply.durationMs)) };
}
