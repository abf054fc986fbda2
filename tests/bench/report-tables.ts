import type { Job, Row } from './contest.ts';
import { type Fluency, quantile } from './fluency.ts';
import { atLeast, atMost, rounded, table } from './performance-doc.ts';
import { poolTime, type Result } from './report.ts';

/** The results by the name of the place. */
type Places = Readonly<Record<'Node' | 'Chromium', Result>>;

/** The target for random bytes, as multiples of the least that the entropy needs. */
const MOST_BYTES: Readonly<Record<string, number>> = {
  '16 characters, all classes': 1.5,
  '128 characters, all classes': 1.25,
  'six words': 1.25,
};
/** The other targets: a ratio of times, a share of the time, and milliseconds. */
const AIMS = { unbuffered: 10, poolPercent: 15, coldMs: 2 };

/** For each job and place, how many times as long the fastest peer takes, and the fastest uniform one. */
export function contestTable(jobs: readonly Job[], places: Places): string {
  const head = ['one password', 'place', 'fastest peer', 'fastest uniform peer', 'Passmint'];
  const rows = jobs.flatMap(({ name }) =>
    Object.entries(places).map(([place, { rows }]) => {
      const ours = medianOf(rows, name, 'passmint');
      const peers = rows.filter((row) => row.job === name && row.name !== 'passmint' && row.exact !== '-');
      const uniform = peers.filter(({ exact }) => exact === 'yes');
      return [name, place, fastest(peers, ours), fastest(uniform, ours), `${rounded(ours)} ns`];
    }),
  );
  return table(head, rows, 4);
}

function fastest(peers: readonly Row[], ours: number): string {
  const [first] = [...peers].sort((a, b) => a.median - b.median);
  if (!first) return '';
  const ratio = first.median / ours;
  return `${ratio.toFixed(ratio < 10 ? 1 : 0)} × ${first.name}`;
}

/** How near the generator comes to what limits every generator, and how a page is affected. */
export function limitsTable(jobs: readonly Job[], places: Places, fluency: Fluency): string {
  const results = Object.values(places);
  const [job = ''] = jobs.map(({ name }) => name);
  const calls = results.map(({ rows }) => atLeast(AIMS.unbuffered, callRatio(rows, job), 0, ' ×'));
  const shares = results.map((result) => atLeast(AIMS.poolPercent, poolPercent(result, job), 1, ' %'));
  return table(
    ['', ...Object.keys(places), 'aim'],
    [
      [
        `unbuffered \`getRandomValues\` of 16 bytes, against ${job}`,
        ...calls,
        `${AIMS.unbuffered} × or more`,
      ],
      [`share of its pooled random bytes in the time of ${job}`, ...shares, `${AIMS.poolPercent} % or more`],
      ...jobs.map(({ name, bits }) => bytesRow(name, bits, results)),
      ...fluencyRows(fluency),
    ],
  );
}

function fluencyRows({ cold, seconds, stills }: Fluency): string[][] {
  const median = atMost(AIMS.coldMs, quantile(cold, 0.5), 2, ' ms');
  const still = [0.5, 0.99, 1].map((share) => quantile(stills, share).toFixed(1)).join(' / ');
  return [
    ['first password from a cold module, median', '', median, `${AIMS.coldMs} ms or less`],
    ['first password from a cold module, best', '', `${quantile(cold, 0).toFixed(2)} ms`, ''],
    ['1,000,000 different passwords', '', `${seconds.toFixed(1)} s`, ''],
    ['how long the page stands still meanwhile: median / 99 of 100 / longest', '', `${still} ms`, ''],
  ];
}

function bytesRow(name: string, bits: number, results: readonly Result[]): string[] {
  const most = MOST_BYTES[name];
  const ratios = results.map(({ drawn }) => (drawn[name] ?? Number.NaN) / (bits / 8));
  return [
    `random bytes, against the least needed: ${name}`,
    ...ratios.map((ratio) => atMost(most ?? Number.POSITIVE_INFINITY, ratio, 2, ' ×')),
    most === undefined ? '' : `${most} × or less`,
  ];
}

const medianOf = (rows: readonly Row[], job: string, name: string): number =>
  rows.find((row) => row.job === job && row.name === name)?.median ?? Number.NaN;

const callRatio = (rows: readonly Row[], job: string): number =>
  medianOf(rows, job, 'getRandomValues, 16 bytes') / medianOf(rows, job, 'passmint');

const poolPercent = ({ rows, drawn }: Result, job: string): number =>
  (100 * (poolTime(rows, drawn[job] ?? Number.NaN) ?? Number.NaN)) / medianOf(rows, job, 'passmint');
