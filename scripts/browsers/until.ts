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
  ask: () => T | Promise<T>,
  patience: number = PATIENCE,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline)
      throw new Error(`Waited ${patience} ms in vain for ${what} (last answer: ${show(answer)}).`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function show(answer: unknown): string {
  return typeof answer === 'string' ? JSON.stringify(answer) : String(answer);
}
