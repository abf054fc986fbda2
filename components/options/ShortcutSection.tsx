import { useEffect, useState } from 'preact/hooks';
import { message } from '../../lib/i18n/message.ts';
import { fillShortcut, openShortcutSettings } from '../../lib/platform/shortcuts.ts';

/** The shortcut of the fill command, and a button that opens the browser's page for shortcuts. */
export function ShortcutSection() {
  const [shortcut, setShortcut] = useState<string>();
  useEffect(() => {
    const refresh = () => void fillShortcut().then(setShortcut);
    refresh();
    // The shortcut is changed on another page, so it is read again when the person comes back.
    window.addEventListener('focus', refresh);
    return () => window.removeEventListener('focus', refresh);
  }, []);
  return (
    <section aria-labelledby="shortcuts">
      <h2 id="shortcuts">{message('options_shortcuts')}</h2>
      <p class="shortcut">
        {message('options_shortcut_fill')}
        <kbd>{shortcut || message('options_shortcut_none')}</kbd>
      </p>
      <button type="button" class="button" id="shortcuts-change" onClick={() => void openShortcutSettings()}>
        {message('options_shortcut_change')}
      </button>
    </section>
  );
}
