/**
 * How long a condition may take before it counts as failed, in milliseconds: generous, since CI machines are
 * slow.
 */
export const PATIENCE = 15_000;

/**
 * Asks again and again until the answer is truthy, and gives it; throws after `patience` ms, naming what was
 * awaited.
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
