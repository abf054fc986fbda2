import { parseArgs } from 'node:util';

/** The command line of a bench. */
export interface BenchArguments {
  /** The number after the command, or its default; 0 for a bench that takes none. */
  readonly count: number;
  /** Whether the figures are also written into docs/performance.md. */
  readonly write: boolean;
  /** The arguments as they were typed. */
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
