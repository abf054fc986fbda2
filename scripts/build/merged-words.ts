import type { Plugin } from 'vite';
import { WORDS } from '../../lib/content/vocabulary/merged.ts';

/**
 * Puts the phrases of all languages into the bundle as the one list that they are made into, in place of the
 * languages: they are a third of the fill script, and making the list took most of its first look at a page.
 */
export function withMergedWords(): Plugin {
  return {
    name: 'passmint:merged-words',
    enforce: 'pre',
    transform(_, id) {
      if (!/[\\/]lib[\\/]content[\\/]vocabulary[\\/]merged\.ts$/.test(id)) return null;
      return { code: `export const WORDS = ${JSON.stringify(WORDS)};`, map: null };
    },
  };
}
