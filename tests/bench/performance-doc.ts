import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, type } from 'node:os';

const FILE = new URL('../../docs/performance.md', import.meta.url);

/** The text that a bench writes into its section, and its origin. */
export interface Measured {
  /** The npm script, which also names the section. */
  readonly script: string;
  /** The arguments of the script. */
  readonly args: readonly string[];
  /** Paragraphs and tables. */
  readonly parts: readonly string[];
  /** Missing for measurements outside Chromium. */
  readonly chromium?: string;
}

/** Replaces the bench's section of docs/performance.md with the new measurements. */
export function writePerformance(measured: Measured): void {
  const text = [origin(measured), ...measured.parts].join('\n\n');
  writeFileSync(FILE, withSection(readFileSync(FILE, 'utf8'), measured.script, text));
  console.log(`\nWritten into docs/performance.md, section ${measured.script}.`);
}

/** The document with `text` between the markers of this section; throws where the markers are missing. */
export function withSection(document: string, name: string, text: string): string {
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The document has no section ${begin} … ${end}.`);
  return `${document.slice(0, from + begin.length)}\n\n${text}\n\n${document.slice(to)}`;
}

/**
 * A Markdown table. The first columns, by default one, are text; the others are aligned to the right.
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[], texts = 1): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = `|${head.map((_, column) => (column < texts ? '---|' : '---:|')).join('')}`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** A figure to three digits, as English writes it. */
export function rounded(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en-US');
}

/** A figure with its unit; bold if it is above `most`, the target. */
export function atMost(most: number, value: number, digits: number, unit = ''): string {
  return marked(value <= most, fixed(value, digits) + unit);
}

/** A figure with its unit; bold if it is below `least`, the target. */
export function atLeast(least: number, value: number, digits: number, unit = ''): string {
  return marked(value >= least, fixed(value, digits) + unit);
}

const fixed = (value: number, digits: number) =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });

const marked = (good: boolean, text: string) => (good ? text : `**${text}**`);

/** The date, computer and command behind the figures. */
function origin({ script, args, chromium }: Measured): string {
  const command = ['npm run', script, ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
  const processors = cpus();
  const machine = `${processors[0]?.model.trim() ?? 'unknown processor'}, ${processors.length} cores`;
  // The bench itself causes a load of one; a higher load slows the bench.
  const load = `load average ${loadavg()[0]?.toFixed(1)}`;
  const versions = [`Node ${process.versions.node}`, ...(chromium ? [`Chromium ${chromium}`] : [])];
  const date = new Date().toISOString().slice(0, 10);
  return `${date}, \`${command}\`\\\n${[machine, load, systemName(), ...versions].join(' · ')}`;
}

function systemName(): string {
  const known = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^PRETTY_NAME="?(.*?)"?$/m.exec(known)?.[1] ?? `${type()} ${release()}`;
}
