import { describeApiProblem } from '../../../lib/i18n/describe-api-problem.ts';
import { formatTimeOfDay } from '../../../lib/i18n/format-time.ts';
import { message } from '../../../lib/i18n/message.ts';
import { type ApiActivity, apiActivity } from '../../../lib/storage/api-activity.ts';
import { useStored } from '../../hooks/use-stored.ts';

/** The requests of this session with their time, origin, result and duration. */
export function ApiActivityList() {
  const [calls] = useStored(apiActivity);
  return (
    <details class="activity" id="api-activity">
      <summary>{message('options_activity')}</summary>
      {calls?.length ? (
        <ActivityTable calls={calls} />
      ) : (
        <p class="help">{message('options_activity_none')}</p>
      )}
    </details>
  );
}

function ActivityTable({ calls }: { calls: readonly ApiActivity[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th>{message('options_activity_time')}</th>
          <th>{message('options_activity_origin')}</th>
          <th>{message('options_activity_outcome')}</th>
          <th>{message('options_activity_duration')}</th>
        </tr>
      </thead>
      <tbody>
        {calls.map((call) => (
          <tr key={call.at}>
            <td>{formatTimeOfDay(call.at)}</td>
            <td>{call.origin}</td>
            <td>{describeResult(call)}</td>
            <td>{message('options_activity_ms', String(call.durationMs))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function describeResult({ outcome, origin, status }: ApiActivity): string {
  if (outcome === 'ok') return message('options_activity_ok');
  const host = URL.canParse(origin) ? new URL(origin).host : origin;
  return describeApiProblem({ code: outcome, ...(status !== undefined && { status }) }, host);
}
