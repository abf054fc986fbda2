import { browser } from 'wxt/browser';
import type messages from '../../public/_locales/en/messages.json';

/** The name of a sentence in `public/_locales/en/messages.json`. */
export type MessageKey = keyof typeof messages;

/** The sentence in the browser's language, with its placeholders replaced in order. */
export function message(key: MessageKey, ...substitutions: string[]): string {
  return browser.i18n.getMessage(key, substitutions);
}

/** The language of the sentences, for `lang` attributes. */
export function uiLanguage(): string {
  return message('language');
}
