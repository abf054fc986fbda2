import type { ChildProcess } from 'node:child_process';

/** Longer than the server may take to finish what runs. */
const LONGEST_MS = 20_000;

/** The exit status of a child that was told to end. One that goes on is killed, and named in the error. */
export function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode);
    const kill = () => {
      child.kill('SIGKILL');
      reject(new Error(`${child.spawnfile} did not end in ${LONGEST_MS} ms.`));
    };
    const timer = setTimeout(kill, LONGEST_MS);
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve(status);
    });
  });
}
