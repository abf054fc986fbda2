import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's own folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Builds the extension for this family of browsers and gives the folder of the build; throws with WXT's own
 * words.
 */
export function buildExtension(family: 'chromium' | 'firefox'): string {
  const target = family === 'firefox' ? 'firefox' : 'chrome';
  const wxt = path.join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  // Started by its file and this Node, since the command in .bin is another kind of file on Windows.
  const done = spawnSync(process.execPath, [wxt, 'build', '-b', target, '--mv3'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`The build failed:\n${done.stdout}\n${done.stderr}`);
  return path.join(ROOT, '.output', `${target}-mv3`);
}
