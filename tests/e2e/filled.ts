import type { TestFrame } from './browsers/types.ts';

/**
 * Waits until the new-password field and its confirm field both hold something, and gives what they hold. A
 * fill gives the page time between two fields, so the first says nothing of the second.
 */
export async function filled(frame: TestFrame): Promise<[password: string, confirm: string]> {
  await frame.waitFor(() =>
    ['password', 'confirm'].every((id) => (document.getElementById(id) as HTMLInputElement | null)?.value),
  );
  return [await frame.value('#password'), await frame.value('#confirm')];
}
