import type { Plugin } from 'vite';

/**
 * Preact can set `innerHTML` (`dangerouslySetInnerHTML`). Passmint never does, so the sink is taken out of
 * the bundle: what cannot be called cannot be abused, and store reviewers have nothing to ask about.
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
