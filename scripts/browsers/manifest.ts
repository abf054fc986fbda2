import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The parts of a built manifest that tests and scripts read. */
export interface BuiltManifest {
  readonly permissions?: readonly string[];
  readonly action?: { readonly default_popup?: string };
  readonly commands?: Record<string, { readonly suggested_key?: { readonly default?: string } }>;
  readonly browser_specific_settings?: { readonly gecko?: { readonly id?: string } };
}

/** Reads the manifest of a built extension. */
export function readManifest(extension: string): BuiltManifest {
  return JSON.parse(readFileSync(path.join(extension, 'manifest.json'), 'utf8'));
}

/** The id that the Firefox build declares. Throws if there is none. */
export function geckoId(extension: string): string {
  const id = readManifest(extension).browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${extension}/manifest.json declares no gecko id: is it a Firefox build?`);
  return id;
}

/** The path of the page that the toolbar button opens. */
export function popupPath(extension: string): string {
  return readManifest(extension).action?.default_popup ?? 'popup.html';
}

/**
 * Copies a build into a temporary folder and replaces some manifest keys, so that the build itself never
 * changes.
 */
export function patchedCopy(extension: string, patch: Record<string, unknown>): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'passmint-build-'));
  cpSync(extension, copy, { recursive: true });
  writeFileSync(
    path.join(copy, 'manifest.json'),
    JSON.stringify({ ...readManifest(extension), ...patch }, null, 2),
  );
  return copy;
}
