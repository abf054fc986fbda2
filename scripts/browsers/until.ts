/** The default time limit for a condition, in milliseconds. It is generous because CI runners are slow. */
export const PATIENCE = 15_000;

/**
 * Polls a condition until its result is truthy, and returns that. Throws after `patience` ms; the error names
 * `what`.
 */
export async function until<T>(
  what: string,
  condition: () => T | Promise<T>,
  patience: number = PATIENCE,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + patience;
  for (;;) {
    const result = await condition();
    if (result) return result;
    if (Date.now() > deadline)
      throw new Error(`Waited ${patience} ms in vain for ${what} (last result: ${show(result)}).`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function show(result: unknown): string {
  return typeof result === 'string' ? JSON.stringify(result) : String(result);
}
