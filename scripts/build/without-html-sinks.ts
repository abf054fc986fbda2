import type { Plugin } from 'vite';

/**
 * Preact can set `innerHTML` (`dangerouslySetInnerHTML`), but Passmint never does. The plugin removes that
 * code, because code that does not exist cannot be abused, and store reviewers have no question about it.
 */
export function withoutHtmlSinks(): Plugin {
  return {
    name: 'passmint:without-html-sinks',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]node_modules[\\/]preact[\\/]/.test(id) || !code.includes('innerHTML')) return null;
      return { code: code.replaceAll('.innerHTML', '.textContent'), map: null };
    },
  };
}
