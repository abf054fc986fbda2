import type { Job, Row } from './contest.ts';
import { type Fluency, quantile } from './fluency.ts';

/** The measurements in one place. */
export interface Result {
  readonly rows: readonly Row[];
  /** Random bytes that this generator drew for one password of each job. */
  readonly drawn: Readonly<Record<string, number>>;
}

/** The contest as text: for each job the medians, and how often this generator's time goes into each. */
export function report(place: string, jobs: readonly Job[], { rows, drawn }: Result): string {
  const lines = [`\n${place}`];
  for (const { name, bits } of jobs) {
    const own = rows.filter((row) => row.job === name);
    const ours = own.find((row) => row.name === 'passmint')?.median ?? Number.NaN;
    const bytes = drawn[name] ?? Number.NaN;
    lines.push(
      `\n  ${name}: ${bytes.toFixed(2)} bytes drawn, ${(bytes / (bits / 8)).toFixed(2)} × the ${bits} bits`,
    );
    for (const row of own) lines.push(`    ${lineOf(row, ours)}`);
    lines.push(...limits(own, ours, bytes));
  }
  return lines.join('\n');
}

function lineOf({ name, exact, median, best }: Row, ours: number): string {
  const ratio = `${(median / ours).toFixed(median / ours < 10 ? 2 : 0)} ×`;
  return `${name.padEnd(42)}${median.toFixed(1).padStart(11)} ns, best${best.toFixed(1).padStart(11)} ns,${ratio.padStart(10)}   uniform: ${exact}`;
}

/**
 * Nanoseconds that these random bytes alone take from the pool, or undefined for jobs without that measure.
 */
export function poolTime(rows: readonly Row[], bytes: number): number | undefined {
  const pool = rows.find(({ name }) => name === 'getRandomValues, 4 KiB');
  return pool && (pool.median * bytes) / 4096;
}

function limits(rows: readonly Row[], ours: number, bytes: number): string[] {
  const limit = poolTime(rows, bytes);
  if (limit === undefined) return [];
  return [
    `    the limit: ${limit.toFixed(2)} ns for these bytes, of which ours is ${((100 * limit) / ours).toFixed(1)} %`,
  ];
}

/** The effects of the generator on a page, as text. */
export function reportFluency({ cold, seconds, stills }: Fluency): string {
  const still = (share: number) => quantile(stills, share).toFixed(1);
  return [
    `\n  first password from a cold module: median ${quantile(cold, 0.5).toFixed(2)} ms, best ${cold[0]?.toFixed(2)} ms`,
    `  1,000,000 different passwords: ${seconds.toFixed(1)} s in ${stills.length} chunks`,
    `    the page stood still for ${still(0.5)} ms at a time (median), ${still(0.99)} ms (99 of 100), ${still(1)} ms (longest)`,
  ].join('\n');
}
