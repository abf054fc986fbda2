import { message } from '../../lib/i18n/message.ts';
import { Icon } from '../shared/Icon.tsx';
import { ApiSection } from './api/ApiSection.tsx';
import { ClipboardSection } from './ClipboardSection.tsx';
import { GeneratorSection } from './GeneratorSection.tsx';
import { ShortcutSection } from './ShortcutSection.tsx';
import { StorageBusy } from './StorageBusy.tsx';
import { SitesSection } from './sites/SitesSection.tsx';
import './options.css';

/** The whole options page. */
export function Options() {
  return (
    <>
      <header>
        <Icon name="leaf" />
        <h1>{message('options_title')}</h1>
      </header>
      <main>
        <StorageBusy />
        <GeneratorSection />
        <SitesSection />
        <ApiSection />
        <ClipboardSection />
        <ShortcutSection />
      </main>
    </>
  );
}
