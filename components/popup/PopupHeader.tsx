import { message } from '../../lib/i18n/message.ts';
import { openOptions } from '../../lib/platform/tabs.ts';
import { orReport } from '../../lib/storage/lock.ts';
import { Icon } from '../shared/Icon.tsx';
import type { ShownPassword } from './use-popup-password.ts';

/** The name, the maker of the shown password, and a link to the settings. */
export function PopupHeader({ shown }: { shown?: ShownPassword | undefined }) {
  return (
    <header>
      <Icon name="leaf" />
      <h1>{message('extension_name')}</h1>
      <span class="source" id="source">
        {shown && describeMaker(shown.madeBy)}
      </span>
      <button
        type="button"
        class="icon"
        aria-label={message('popup_settings')}
        onClick={() => void orReport(openOptions())}
      >
        <Icon name="settings" />
      </button>
    </header>
  );
}

const describeMaker = (host: string | undefined) =>
  host === undefined ? message('popup_source_local') : message('popup_source_api', host);
