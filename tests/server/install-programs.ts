import { canInstall, install } from '../../scripts/browsers/apt.ts';
import { isThere } from './support/programs.ts';
import { findServices } from './support/services.ts';

/** The programs of the README's examples, each in a package of its name. */
const PROGRAMS = ['curl', 'jq', 'python3'];

/**
 * Installs what is missing before the files run, because two of them at once would lock each other out. Where
 * nothing can be installed, the files say what they leave out.
 */
export default function installPrograms(): void {
  const missing = PROGRAMS.filter((program) => !isThere(program));
  if (!findServices()) missing.push('postgresql', 'redis-server');
  if (missing.length > 0 && canInstall()) install(missing);
}
