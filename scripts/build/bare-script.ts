import type { Plugin } from 'vite';

/**
 * WXT wraps an injected script into a logger that a production build keeps silent. Every surveyed frame loads
 * the fill script, so this plugin leaves only the script's own code.
 */
export function bareScript(): Plugin {
  return {
    name: 'passmint:bare-script',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('virtual:wxt-unlisted-script-entrypoint')) return null;
      const [statement] = /^import definition from .*$/m.exec(code) ?? [];
      if (!statement)
        throw new Error('The wrapper of injected scripts is not the one known; look at it anew.');
      return { code: `${statement}\nexport default definition.main();`, map: null };
    },
  };
}
