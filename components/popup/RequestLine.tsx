import { message } from '../../lib/i18n/message.ts';
import { formatNumber, plural } from '../../lib/i18n/plural.ts';
import { PendingRequest } from './PendingRequest.tsx';
import type { PopupPassword } from './use-popup-password.ts';

/**
 * The line of the card about the server: the request that is under way, that it was cancelled, or what the
 * server says of its password. Its place stays free otherwise, so that the buttons below never move.
 */
export function RequestLine({ made }: { made: PopupPassword }) {
  const { pendingHost, cancel, fallbackCause, regenerate } = made;
  if (!made.usesApi) return null;
  return (
    <div class="claim request-line">
      {pendingHost !== undefined ? (
        <PendingRequest host={pendingHost} cancel={cancel} />
      ) : fallbackCause?.problem.code === 'cancelled' ? (
        <>
          <span>{message('api_cancelled')}</span>
          <button type="button" class="link" id="try-again" onClick={regenerate}>
            {message('popup_ask_again')}
          </button>
        </>
      ) : (
        <ServerClaim shown={made.shown} />
      )}
    </div>
  );
}

function ServerClaim({ shown }: Pick<PopupPassword, 'shown'>) {
  const { madeBy, serverBits } = shown ?? {};
  if (madeBy === undefined || serverBits === undefined) return null;
  return <span>{plural('popup_server_says', serverBits, madeBy, formatNumber(serverBits))}</span>;
}
