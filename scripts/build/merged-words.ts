import type { Plugin } from 'vite';
import { LANGUAGES } from '../../lib/content/vocabulary/languages/languages.ts';
import { WORDS } from '../../lib/content/vocabulary/merged.ts';

const MERGED = /[\\/]lib[\\/]content[\\/]vocabulary[\\/]merged\.ts$/;

/**
 * Bundles the merged phrases in place of the languages that they come from. The languages would be a third of
 * the fill script, and merging them would take most of its first run in a page.
 *
 * A bundle that still contains a language fails the build, because `merged.ts` must have moved then. Bundles
 * without any phrases pass, such as those of the extension's pages.
 */
export function withMergedWords(): Plugin {
  return {
    name: 'passmint:merged-words',
    enforce: 'pre',
    transform(_, id) {
      if (!MERGED.test(id)) return null;
      return { code: `export const WORDS = ${JSON.stringify(WORDS)};`, map: null };
    },
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && holdsLanguage(file.code))
          this.error(
            `${file.fileName} holds whole languages: ${MERGED} no longer matches the merged phrases.`,
          );
      }
    },
  };
}

/** Whether the code contains the phrases of a language as its file spells them, not as they are merged. */
function holdsLanguage(code: string): boolean {
  return LANGUAGES.some(
    ({ password = '' }) => !WORDS.password?.includes(password) && code.includes(password),
  );
}
