import { message } from '../../lib/i18n/message.ts';
import type { FitOffer } from './use-frozen-password.ts';

interface UseFittingProps extends FitOffer {
  /** The result of the last action, as a sentence. */
  notice: string | undefined;
  /** A warning is not cut short. */
  tone: 'warning' | undefined;
}

/**
 * Offers another password in place of the frozen one, on one line like the one that it replaces, so that
 * nothing moves when it comes. A click on the sentence shows all of it.
 */
export function UseFitting({ notice, tone, cause, accept }: UseFittingProps) {
  return (
    <div class="note page-line" data-tone={tone}>
      <details class="reasons">
        <summary>{notice ? `${notice} ${cause}` : cause}</summary>
      </details>
      {accept ? (
        <button type="button" class="link" id="use-fitting" onClick={accept}>
          {message('site_use_fitting')}
        </button>
      ) : null}
    </div>
  );
}
