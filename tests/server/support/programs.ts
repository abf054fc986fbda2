import { spawnSync } from 'node:child_process';

/** Whether a program can be run. */
export const isThere = (program: string): boolean =>
  spawnSync('which', [program], { stdio: 'ignore' }).status === 0;

/** Whether these programs can be run; says loudly what is left out without one. */
export function canRun(programs: readonly string[], what: string): boolean {
  const missing = programs.filter((program) => !isThere(program));
  if (missing.length > 0)
    console.warn(`LEFT OUT: ${what}, because ${missing.join(', ')} cannot be run here.`);
  return missing.length === 0;
}
