import type { Job, Row } from './contest.ts';

/** The contest as text: for each job the medians, and how often this generator's time goes into each. */
export function report(
  place: string,
  jobs: readonly Job[],
  { rows, drawn }: { rows: readonly Row[]; drawn: Record<string, number> },
): string {
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

/** How near this generator comes to the time that its random bytes alone take from the pool. */
function limits(rows: readonly Row[], ours: number, bytes: number): string[] {
  const pool = rows.find(({ name }) => name === 'getRandomValues, 4 KiB');
  if (!pool) return [];
  const limit = (pool.median * bytes) / 4096;
  return [
    `    the limit: ${limit.toFixed(2)} ns for these bytes, of which ours is ${((100 * limit) / ours).toFixed(1)} %`,
  ];
}
