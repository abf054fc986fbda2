import { writeFileSync } from 'node:fs';
import fc from 'fast-check';

/** Something that holds for every input, however hostile. */
export interface Fuzz<T> {
  /** What is fed to the code. */
  readonly name: string;
  readonly inputs: fc.Arbitrary<T>;
  /** Throws, or rejects, for an input that shows a fault. */
  check(input: T): void | Promise<void>;
  /** Inputs that have shown a fault once. They are tried first in every run. */
  readonly corpus?: readonly T[];
  /** How much longer than others a check takes; there are as many times fewer of it. */
  readonly cost?: number;
}

/** Hides the type of the inputs, so that properties of all types stand in one list. */
export const fuzz = <T>(property: Fuzz<T>): Fuzz<never> => property as unknown as Fuzz<never>;

/** How a property is run. */
export interface FuzzRun {
  readonly runs: number;
  readonly seed: number;
  /** The longest time that one check may take of its thread, in milliseconds. */
  readonly limitMs: number;
  /** Where each input is written before it is checked, so that one on which a check hangs can be told. */
  readonly inputFile?: string | undefined;
}

/** Checks the corpus and then random inputs; throws with the smallest input that shows the fault. */
export async function runFuzz<T>(
  property: Fuzz<T>,
  { runs, seed, limitMs, inputFile }: FuzzRun,
): Promise<void> {
  const { name, inputs, check, corpus = [], cost = 1 } = property;
  const timed = fc.asyncProperty(inputs, async (input) => {
    if (inputFile) writeFileSync(inputFile, `${name}: ${fc.stringify(input)}`);
    // The time of the thread alone, because a busy computer takes no part in the fault.
    const before = process.threadCpuUsage();
    await check(input);
    const { user, system } = process.threadCpuUsage(before);
    const tookMs = (user + system) / 1000;
    if (tookMs > limitMs) throw new Error(`A check took ${Math.round(tookMs)} ms.`);
  });
  const numRuns = Math.max(corpus.length + 1, Math.ceil(runs / cost));
  const examples = corpus.map((input): [T] => [input]);
  await fc.assert(timed, { numRuns, seed, examples, interruptAfterTimeLimit: 600_000, endOnFailure: false });
}
