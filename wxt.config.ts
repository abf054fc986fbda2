import { defineConfig } from 'wxt';
import { FILL_COMMAND } from './lib/platform/command-id.ts';
import { bareScript } from './scripts/build/bare-script.ts';
import { leaveOutDescriptions } from './scripts/build/lean-locales.ts';
import { withMergedWords } from './scripts/build/merged-words.ts';
import { withoutHtmlSinks } from './scripts/build/without-html-sinks.ts';

const GECKO_ID = '{7b0f1c52-9d3e-4e6a-8a55-2f6c1d9be047}';

/**
 * Nothing but what is in the package, and connections where a password API may be: any https origin (which one is a
 * setting, and needs its permission), or this machine.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  'connect-src https: http://localhost:* http://127.0.0.1:*',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // No text becomes HTML, a script or a script's address: the pages need no policy for that, so none can be made.
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [withoutHtmlSinks(), withMergedWords(), bareScript()],
    build: { target: 'es2022' },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'alarms',
      'contextMenus',
      'scripting',
      'storage',
      // Firefox names the right-clicked element only to those who have it. Chromium's worker needs a document of
      // its own to reach the clipboard.
      browser === 'firefox' ? 'menus' : 'offscreen',
    ],
    optional_permissions: ['clipboardRead', 'clipboardWrite'],
    // The one origin of a configured password API, or of a frame to be filled, asked for on the person's click.
    optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    // One background for all windows; it keeps what private windows leave apart, and erases it with the last one.
    incognito: 'spanning',
    action: { default_title: '__MSG_extension_name__' },
    commands: {
      [FILL_COMMAND]: {
        // Chromium makes a tab group with Alt+Shift+P; G, as in generate, is free in both.
        suggested_key: { default: 'Alt+Shift+G' },
        description: '__MSG_command_fill__',
      },
    },
    minimum_chrome_version: '123',
    // In both builds, so that both pass the same linter; Chromium takes no notice.
    browser_specific_settings: {
      gecko: {
        id: GECKO_ID,
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  }),
  hooks: {
    'build:publicAssets': (_, files) => leaveOutDescriptions(files),
    'build:manifestGenerated': (_, manifest) => {
      const { background } = manifest;
      // The linter wants Firefox's way beside Chromium's; Chromium ignores `scripts` where it finds a worker.
      if (background && 'service_worker' in background)
        Object.assign(background, { scripts: [background.service_worker] });
    },
  },
});
