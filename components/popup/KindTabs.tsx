import { message } from '../../lib/i18n/message.ts';
import type { KindName } from '../../lib/storage/kind-options.ts';

const TABS = ['password', 'passphrase', 'pin'] as const;

interface KindTabsProps {
  kind: KindName;
  selectKind: (kind: KindName) => void;
}

/** The kind of password to generate. As in any tab list, arrow keys move between the tabs. */
export function KindTabs({ kind, selectKind }: KindTabsProps) {
  const selected = TABS.find((tab) => tab === kind) ?? 'password';
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: TABS.length - 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const tabs = [...(event.currentTarget as HTMLElement).children] as HTMLElement[];
    const next = (TABS.indexOf(selected) + step) % TABS.length;
    selectKind(TABS[next] ?? 'password');
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
          aria-selected={tab === selected}
          tabIndex={tab === selected ? 0 : -1}
          onClick={() => selectKind(tab)}
        >
          {message(`kind_${tab}`)}
        </button>
      ))}
    </div>
  );
}
