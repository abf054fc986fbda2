import type { Plugin } from 'vite';
import { LANGUAGES } from '../../lib/content/vocabulary/languages/languages.ts';
import { WORDS } from '../../lib/content/vocabulary/merged.ts';

const MERGED = /[\\/]lib[\\/]content[\\/]vocabulary[\\/]merged\.ts$/;

/**
 * Bundles the merged phrases in place of the languages that they come from. The languages would be a third of
 * the fill script, and merging them would take most of its first run in a page.
 *
 * A bundle that still contains the languages fails the build, because `merged.ts` must have moved then.
 * Bundles without any phrases pass, such as those of the extension's pages.
 */
export function withMergedWords(): Plugin {
  return {
    name: 'passmint:merged-words',
    enforce: 'pre',
    transform(_, id) {
      if (!MERGED.test(id)) return null;
      return { code: `export function allWords() { return ${JSON.stringify(WORDS)}; }`, map: null };
    },
    renderChunk: (code, _, { format }) => (format === 'iife' ? wordsLast(code) : null),
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && holdsLanguages(file.code))
          this.error(
            `${file.fileName} holds whole languages: ${MERGED} no longer matches the merged phrases.`,
          );
      }
    },
  };
}

/**
 * Puts the phrases at the end of a script, which makes it a hundredth smaller when it is compressed: between
 * pieces of code they would spoil the statistics of both. A function can be called before it is reached.
 */
function wordsLast(code: string): string | null {
  const [words] = /function allWords\(\) {[^{}]*{[^{}]*};?\s*}/.exec(code) ?? [];
  const end = code.lastIndexOf('})(');
  return words && end > 0 ? `${code.slice(0, end).replace(words, '')}\n${words}\n${code.slice(end)}` : null;
}

/** Whether the code contains the phrases of all languages as their files spell them. */
function holdsLanguages(code: string): boolean {
  return LANGUAGES.every(({ password = '' }) => code.includes(password));
}
