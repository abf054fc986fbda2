import { message } from '../../lib/i18n/message.ts';
import { apiActivity } from '../../lib/storage/api-activity.ts';
import { keyItems } from '../../lib/storage/api-keys.ts';
import { apiSettings } from '../../lib/storage/api-settings.ts';
import { clipboardSettings } from '../../lib/storage/clipboard-settings.ts';
import { fillKind, kindOptions } from '../../lib/storage/kind-options.ts';
import { siteRecipes } from '../../lib/storage/site-recipes.ts';
import { Boundary } from '../shared/Boundary.tsx';
import { DamagedItems } from '../shared/DamagedItems.tsx';
import { Icon } from '../shared/Icon.tsx';
import { ApiSection } from './api/ApiSection.tsx';
import { ClipboardSection } from './ClipboardSection.tsx';
import { GeneratorSection } from './GeneratorSection.tsx';
import { ShortcutSection } from './ShortcutSection.tsx';
import { SitesSection } from './sites/SitesSection.tsx';
import { Unsaved } from './Unsaved.tsx';
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
        <DamagedItems />
        <Boundary items={[kindOptions.password, fillKind]}>
          <GeneratorSection />
        </Boundary>
        <Boundary items={[siteRecipes]}>
          <SitesSection />
        </Boundary>
        <Boundary items={[apiSettings, ...keyItems, apiActivity]}>
          <ApiSection />
        </Boundary>
        <Boundary items={[clipboardSettings]}>
          <ClipboardSection />
        </Boundary>
        <Boundary items={[]}>
          <ShortcutSection />
        </Boundary>
        <Unsaved />
      </main>
    </>
  );
}
