import { browser } from 'wxt/browser';
import type messages from '../../public/_locales/en/messages.json';

/** A key of `public/_locales/en/messages.json`. */
export type MessageKey = keyof typeof messages;

/** The message in the browser's language; `$1`, `$2` … are replaced by the substitutions. */
export function message(key: MessageKey, ...substitutions: string[]): string {
  return browser.i18n.getMessage(key, substitutions);
}

/** The language of the messages, for `lang` attributes. */
export function uiLanguage(): string {
  return message('language');
}
