import os from 'node:os';
import path from 'node:path';

/** The file of the keys unless another is named, in the folder that the platform has for data. */
export function defaultDataFile(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home: string = os.homedir(),
): string {
  const { join } = platform === 'win32' ? path.win32 : path.posix;
  return join(dataFolder(platform, env, home, join), 'server.sqlite');
}

function dataFolder(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  home: string,
  join: (...parts: string[]) => string,
): string {
  // systemd names the folder that the service owns.
  if (env.STATE_DIRECTORY) return env.STATE_DIRECTORY.split(':')[0] as string;
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Passmint');
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Passmint');
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'passmint');
}
