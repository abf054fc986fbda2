import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { BUILDS, type Build, folderOf, manifestOf } from './build.ts';

const WITHOUT_WARNING = ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage'];

describe.each(BUILDS)('the %s manifest', (build) => {
  const manifest = manifestOf(build);

  it('requests no permission with a warning', () => {
    const ofBrowser = build === 'chrome' ? 'offscreen' : 'menus';
    expect(manifest.permissions).toEqual([...WITHOUT_WARNING, ofBrowser]);
    expect(manifest.optional_permissions).toEqual(['clipboardRead', 'clipboardWrite']);
  });

  it('can get access to the origin of a password API or a frame, but only on a click', () => {
    expect(manifest.optional_host_permissions).toEqual([
      'https://*/*',
      'http://localhost/*',
      'http://127.0.0.1/*',
    ]);
  });

  it('allows no remote code, and connections only to possible password APIs', () => {
    const { extension_pages: policy = '' } = manifest.content_security_policy as Record<string, string>;
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).toContain('connect-src https: http://localhost:* http://127.0.0.1:*;');
    expect(policy).not.toContain('unsafe');
  });

  it('turns no text into HTML or script, and lets no code make an exception', () => {
    const { extension_pages: policy = '' } = manifest.content_security_policy as Record<string, string>;
    const directives = policy.split('; ');
    expect(directives).toContain("require-trusted-types-for 'script'");
    expect(directives).toContain("trusted-types 'none'");
  });

  it.each(['host_permissions', 'content_scripts', 'web_accessible_resources', 'externally_connectable'])(
    'has no %s',
    (key) => {
      expect(manifest).not.toHaveProperty(key);
    },
  );

  it('has a shortcut for the fill command', () => {
    expect(manifest.commands).toMatchObject({
      'fill-password': { suggested_key: { default: 'Alt+Shift+G' } },
    });
  });

  it('passes the linter of Firefox’s store with no error', async () => {
    const { errors, warnings } = await lint(build);
    expect(errors).toEqual([]);
    expect(warnings).toEqual(build === 'firefox' ? [] : CHROMIUM_ONLY);
  });
});

/**
 * The remarks that a linter for Firefox makes on any Chromium extension with a worker and an offscreen
 * document.
 */
const CHROMIUM_ONLY = [
  'MANIFEST_PERMISSIONS /permissions: Invalid permissions "offscreen" at 5.',
  'BACKGROUND_SERVICE_WORKER_IGNORED Unsupported "/background/service_worker" manifest property is ignored by Firefox.',
];

interface Finding {
  code: string;
  message: string;
}

async function lint(build: Build): Promise<{ errors: string[]; warnings: string[] }> {
  const args = [
    'node_modules/web-ext/bin/web-ext.js',
    'lint',
    '--source-dir',
    folderOf(build),
    '--output',
    'json',
  ];
  // The linter exits with 1 when it finds errors; its output lists them all the same.
  const { stdout } = await promisify(execFile)(process.execPath, args).catch(
    (error: { stdout: string }) => error,
  );
  const { errors, warnings } = JSON.parse(stdout) as { errors: Finding[]; warnings: Finding[] };
  const describeAll = (findings: Finding[]) => findings.map(({ code, message }) => `${code} ${message}`);
  return { errors: describeAll(errors), warnings: describeAll(warnings) };
}
