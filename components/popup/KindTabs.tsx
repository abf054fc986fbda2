import { message } from '../../lib/i18n/message.ts';
import type { KindName } from '../../lib/storage/kind-options.ts';

const TABS = ['password', 'passphrase', 'pin'] as const;

/** Which kind of password; arrow keys move between the tabs, as in any tab list. */
export function KindTabs({ kind, choose }: { kind: KindName; choose: (kind: KindName) => void }) {
  const chosen = TABS.find((tab) => tab === kind) ?? 'password';
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: TABS.length - 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const tabs = [...(event.currentTarget as HTMLElement).children] as HTMLElement[];
    const next = (TABS.indexOf(chosen) + step) % TABS.length;
    choose(TABS[next] ?? 'password');
    tabs[next]?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={message('popup_kinds')} onKeyDown={onKey}>
      {TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`tab-${tab}`}
          aria-selected={tab === chosen}
          tabIndex={tab === chosen ? 0 : -1}
          onClick={() => choose(tab)}
        >
          {message(`kind_${tab}`)}
        </button>
      ))}
    </div>
  );
}
