import { readFileSync } from 'node:fs';
import path from 'node:path';

export const BUILDS = ['chrome', 'firefox'] as const;
export type Build = (typeof BUILDS)[number];

/** The folder of a build. */
export const folderOf = (build: Build): string => path.resolve(`.output/${build}-mv3`);

/** The manifest as it ships. */
export function manifestOf(build: Build): Record<string, unknown> {
  return JSON.parse(readFileSync(path.join(folderOf(build), 'manifest.json'), 'utf8'));
}
