/** One candidate of a labelled page. */
export interface Sample {
  readonly signals: readonly string[];
  /** Whether it takes a new password. */
  readonly positive: boolean;
  /** How many times it counts. */
  readonly weight: number;
}

/** Weights by signal, as log odds. */
export interface Weights {
  readonly bias: number;
  readonly of: ReadonlyMap<string, number>;
}

/** The pull of every weight towards 0 (L2). */
const PULL = 5;
/** How often a signal must occur for its weight to be learnt. */
const MIN_OCCURRENCES = 4;
/** Each sample counts once as it is and once without `autocomplete`, which many pages lack. */
const SHARE_WITHOUT_AUTOCOMPLETE = 0.4;
/**
 * Signals that are kept even if they are rare in the samples, and pulled less, because the standard defines
 * them.
 */
const ALWAYS = 'autocomplete:';
const PULL_ALWAYS = 1;
/** Steps of Adam (Kingma and Ba, 2015), with its usual constants but a quicker memory for the squares. */
const STEPS = 400;
const RATE = 0.05;

/** Smaller weights decide nothing, and there are many of them. */
const MIN_WEIGHT = 0.2;

/** Logistic regression on `samples`. Signals are dropped until at most `most` are left; small ones go too. */
export function learnWeights(samples: readonly Sample[], most: number): Weights {
  const counts = new Map<string, number>();
  for (const { signals } of samples) for (const one of signals) counts.set(one, (counts.get(one) ?? 0) + 1);
  let kept = [...counts].flatMap(([signal, count]) => (count >= MIN_OCCURRENCES ? [signal] : []));
  let weights = regress(samples, kept);
  for (const limit of [2 * most, 1.4 * most, most]) {
    // A weight is worth keeping by its size and, more weakly, by how often it counts.
    const worth = (signal: string) =>
      signal.startsWith(ALWAYS)
        ? Number.POSITIVE_INFINITY
        : Math.abs(weights.of.get(signal) ?? 0) * (counts.get(signal) ?? 0) ** 0.25;
    kept = kept.sort((a, b) => Number(worth(b) > worth(a)) - Number(worth(a) > worth(b))).slice(0, limit);
    weights = regress(samples, kept);
  }
  return rounded(weights);
}

/** Weights as they are stored: in whole tenths. */
function rounded({ bias, of }: Weights): Weights {
  const round = (weight: number) => Math.round(10 * weight) / 10;
  const kept = [...of]
    .map(([signal, weight]) => [signal, round(weight)] as const)
    .filter(([, weight]) => Math.abs(weight) >= MIN_WEIGHT);
  return { bias: round(bias), of: new Map(kept) };
}

interface Row {
  readonly columns: readonly number[];
  readonly target: number;
  readonly share: number;
}

function regress(samples: readonly Sample[], signals: readonly string[]): Weights {
  const column = new Map(signals.map((signal, place) => [signal, place]));
  const rows = samples.flatMap((sample) => rowsOf(sample, column));
  const pulls = signals.map((signal) => (signal.startsWith(ALWAYS) ? PULL_ALWAYS : PULL));
  const bias = signals.length;
  const weights = new Float64Array(bias + 1);
  const mean = new Float64Array(bias + 1);
  const square = new Float64Array(bias + 1);
  for (let step = 1; step <= STEPS; step++) {
    const slope = slopeAt(weights, rows);
    const rate = RATE * Math.min(1, (STEPS - step) / 100);
    for (let j = 0; j <= bias; j++) {
      const pull = (slope[j] ?? 0) + (pulls[j] ?? 0) * (weights[j] ?? 0);
      mean[j] = 0.9 * (mean[j] ?? 0) + 0.1 * pull;
      square[j] = 0.99 * (square[j] ?? 0) + 0.01 * pull * pull;
      const momentum = (mean[j] ?? 0) / (1 - 0.9 ** step);
      const scale = Math.sqrt((square[j] ?? 0) / (1 - 0.99 ** step)) + 1e-8;
      weights[j] = (weights[j] ?? 0) - (rate * momentum) / scale;
    }
  }
  return { bias: weights[bias] ?? 0, of: new Map(signals.map((signal, j) => [signal, weights[j] ?? 0])) };
}

function rowsOf({ signals, positive, weight }: Sample, column: ReadonlyMap<string, number>): Row[] {
  const columnsOf = (these: readonly string[]) => these.flatMap((signal) => column.get(signal) ?? []);
  const target = positive ? 1 : 0;
  const bare = signals.filter((signal) => !signal.includes('autocomplete:'));
  return [
    { columns: columnsOf(signals), target, share: weight * (1 - SHARE_WITHOUT_AUTOCOMPLETE) },
    { columns: columnsOf(bare), target, share: weight * SHARE_WITHOUT_AUTOCOMPLETE },
  ];
}

function slopeAt(weights: Float64Array, rows: readonly Row[]): Float64Array {
  const slope = new Float64Array(weights.length);
  const bias = weights.length - 1;
  for (const { columns, target, share } of rows) {
    let score = weights[bias] ?? 0;
    for (const j of columns) score += weights[j] ?? 0;
    const miss = share * (1 / (1 + Math.exp(-score)) - target);
    for (const j of columns) slope[j] = (slope[j] ?? 0) + miss;
    slope[bias] = (slope[bias] ?? 0) + miss;
  }
  return slope;
}
