import type { TestFrame } from './browsers/types.ts';

/**
 * Waits until the new-password field and its confirm field both have a value, and returns the values. A fill
 * pauses between two fields, so the second value comes later than the first.
 */
export async function filled(frame: TestFrame): Promise<[password: string, confirm: string]> {
  await frame.waitFor(() =>
    ['password', 'confirm'].every((id) => (document.getElementById(id) as HTMLInputElement | null)?.value),
  );
  return [await frame.value('#password'), await frame.value('#confirm')];
}
