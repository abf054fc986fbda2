/** A generator that makes passwords for a job, or a measure of some cost. */
export interface Contestant {
  readonly name: string;
  /** Makes one and returns a text. The bench reads its last character, so that the whole text is made. */
  readonly make: () => string;
  /**
   * Whether the passwords are uniform over the strings that the job asks for; a dash if that does not apply.
   */
  readonly exact: 'yes' | 'no' | '-';
}

export interface Job {
  readonly name: string;
  /** The exact entropy of a password in bits, which is the least that must be drawn. */
  readonly bits: number;
  readonly contestants: readonly Contestant[];
}

export interface Row {
  readonly job: string;
  readonly name: string;
  readonly exact: Contestant['exact'];
  /** Nanoseconds for one password: the median of all batches, and the best one. */
  readonly median: number;
  readonly best: number;
}

/**
 * Long enough for a browser's clock and for refilling pools many times. Short enough that other work on the
 * computer interrupts few batches.
 */
const BATCH_MILLISECONDS = 2;

let sink = 0;

function batchTime(make: () => string, count: number): number {
  const start = performance.now();
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const text = make();
    sum += text.charCodeAt(text.length - 1);
  }
  sink += sum;
  return performance.now() - start;
}

/**
 * The number of passwords that fill a batch. The best of several tries counts, because an interrupted one
 * shows nothing.
 */
function batchSize(make: () => string): number {
  let count = 1;
  for (;;) {
    let time = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 5; attempt++) time = Math.min(time, batchTime(make, count));
    if (time >= BATCH_MILLISECONDS) return count;
    count *= 2;
  }
}

/**
 * Times all contestants of all jobs in turn, round after round, so that other work slows all of them alike.
 */
export function measure(jobs: readonly Job[], rounds: number): Row[] {
  const entries = jobs.flatMap(({ name, contestants }) =>
    contestants.map((contestant) => ({ job: name, ...contestant, batch: 0, times: [] as number[] })),
  );
  // Twice, because code that is compiled only now would seem slow.
  for (const entry of entries) batchSize(entry.make);
  for (const entry of entries) entry.batch = batchSize(entry.make);
  for (let round = 0; round < rounds; round++) {
    for (const { make, batch, times } of entries) times.push((batchTime(make, batch) * 1e6) / batch);
  }
  if (sink === 0) throw new Error('Nothing was made.');
  return entries.map(({ job, name, exact, times }) => {
    times.sort((a, b) => a - b);
    return { job, name, exact, median: times[times.length >> 1] as number, best: times[0] as number };
  });
}
