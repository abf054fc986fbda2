/** Something that makes passwords for a job, or stands for the cost of something. */
export interface Contestant {
  readonly name: string;
  /** Makes one and returns a text whose last character is looked at, so that it is made in full. */
  readonly make: () => string;
  /**
   * Whether the passwords are uniform over the strings that the job asks for; a dash where that is no
   * question.
   */
  readonly exact: 'yes' | 'no' | '-';
}

export interface Job {
  readonly name: string;
  /** Exact bits of a password, which is the least that must be drawn. */
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
 * Long enough for a browser's clock, and for pools to be refilled many times; short enough that most batches
 * are not interrupted on a machine that has other work.
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

/** How many fill a batch: by the best of several tries, for one that was interrupted says nothing. */
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
 * Times all contestants of all jobs in turn, round after round, so that what slows the machine slows them
 * all.
 */
export function measure(jobs: readonly Job[], rounds: number): Row[] {
  const entries = jobs.flatMap(({ name, contestants }) =>
    contestants.map((contestant) => ({ job: name, ...contestant, batch: 0, times: [] as number[] })),
  );
  // Twice: what is compiled only now would be taken for slow.
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
