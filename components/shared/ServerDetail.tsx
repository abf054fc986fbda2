import { message } from '../../lib/i18n/message.ts';
import type { ApiProblem } from '../../lib/messaging/api-problem.ts';

/**
 * The server's own words about a failure. They are a stranger's, so they show only on demand, as text and
 * apart from our sentences.
 */
export function ServerDetail({ problem }: { problem: ApiProblem | undefined }) {
  const detail = problem && 'detail' in problem ? problem.detail : undefined;
  return detail ? (
    // The key closes it when the next failure comes with another text.
    <details class="server-detail" key={detail}>
      <summary>{message('api_show_detail')}</summary>
      <p dir="auto">{message('api_server_says', detail)}</p>
    </details>
  ) : null;
}
