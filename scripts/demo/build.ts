import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of the repository. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Builds the extension for this family of browsers and returns the build's folder. Throws WXT's own error
 * output.
 */
export function buildExtension(family: 'chromium' | 'firefox'): string {
  const target = family === 'firefox' ? 'firefox' : 'chrome';
  const wxt = path.join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  // Runs the file with this Node, because the command in .bin is a different kind of file on Windows.
  const done = spawnSync(process.execPath, [wxt, 'build', '-b', target, '--mv3'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`The build failed:\n${done.stdout}\n${done.stderr}`);
  return path.join(ROOT, '.output', `${target}-mv3`);
}
