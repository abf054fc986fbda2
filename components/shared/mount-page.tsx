import { type ComponentChild, render } from 'preact';
import { uiLanguage } from '../../lib/i18n/message.ts';

/** Renders a page's root component into its document, and sets the language of its sentences. */
export function mountPage(page: ComponentChild): void {
  document.documentElement.lang = uiLanguage();
  const app = document.getElementById('app');
  if (app) render(page, app);
}
