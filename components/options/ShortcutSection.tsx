import { useEffect, useState } from 'preact/hooks';
import { message } from '../../lib/i18n/message.ts';
import { fillShortcut, openShortcutSettings } from '../../lib/platform/shortcuts.ts';
import { useFailure } from '../hooks/use-failure.ts';

/** The shortcut of the fill command, and a button that opens the browser's page for shortcuts. */
export function ShortcutSection() {
  const [shortcut, setShortcut] = useState<string>();
  const [isBlocked, setBlocked] = useState(false);
  const fail = useFailure();
  useEffect(() => {
    const refresh = () => void fillShortcut().then(setShortcut, fail);
    refresh();
    // The shortcut is changed on another page, so it is read again when the person comes back.
    window.addEventListener('focus', refresh);
    return () => window.removeEventListener('focus', refresh);
  }, [fail]);
  const open = () => {
    openShortcutSettings().then(
      () => setBlocked(false),
      () => setBlocked(true),
    );
  };
  return (
    <section aria-labelledby="shortcuts">
      <h2 id="shortcuts">{message('options_shortcuts')}</h2>
      <p class="shortcut">
        {message('options_shortcut_fill')}
        <kbd>{shortcut || message('options_shortcut_none')}</kbd>
      </p>
      <button type="button" class="button" id="shortcuts-change" onClick={open}>
        {message('options_shortcut_change')}
      </button>
      <p role="alert" class="help warning" hidden={!isBlocked}>
        {isBlocked ? message('options_shortcut_blocked') : null}
      </p>
    </section>
  );
}
