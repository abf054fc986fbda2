import { parseArgs } from 'node:util';

/** How a bench was called. */
export interface BenchArguments {
  /** The number behind the command, or what it is when left out; 0 for a bench that takes none. */
  readonly count: number;
  /** Whether the figures go into docs/performance.md too. */
  readonly write: boolean;
  /** As they were typed. */
  readonly args: readonly string[];
}

/** Reads the command line of a bench; with `--help` it prints `help` and ends the process. */
export function readBenchArguments(help: string, defaultCount = 0): BenchArguments {
  const args = process.argv.slice(2);
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { write: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    console.log(help);
    process.exit();
  }
  const count = Number(positionals[0] ?? defaultCount);
  const known = defaultCount === 0 ? positionals.length === 0 : positionals.length <= 1 && count >= 1;
  if (!known || !Number.isInteger(count)) {
    console.error(help);
    process.exit(1);
  }
  return { count, write: values.write, args };
}
