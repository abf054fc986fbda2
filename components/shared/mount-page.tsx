import { type ComponentChild, render } from 'preact';
import { drainByTimer, drainRandom } from '../../lib/generator/index.ts';
import { uiLanguage } from '../../lib/i18n/message.ts';

/**
 * Renders a page's root component into its document, and sets the language of its sentences. Unused random
 * bytes are wiped when the page is left, because a browser may keep a page that it no longer shows.
 */
export function mountPage(page: ComponentChild): void {
  drainByTimer((run, ms) => void setTimeout(run, ms));
  addEventListener('pagehide', drainRandom);
  document.documentElement.lang = uiLanguage();
  const app = document.getElementById('app');
  if (app) render(page, app);
}
