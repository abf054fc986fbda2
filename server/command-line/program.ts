import { Command, CommanderError, Option } from 'commander';
import { VERSION } from '../version.ts';
import { LOG_LEVELS } from './log-levels.ts';
import {
  DEFAULT_LIMIT,
  DEFAULT_SCOPES,
  durationOption,
  integerOption,
  labelOption,
  limitOption,
  rangeOption,
  scopesOption,
} from './options.ts';
import type { CommandTools } from './tools.ts';
import { UsageError } from './usage-error.ts';

const DAY_MS = 86_400_000;

/** The exit status of bad input. */
const USAGE = 2;

/** Runs the command line; the exit status. Bad input is one sentence on `err` and status 2. */
export async function run(args: readonly string[], tools: CommandTools): Promise<number> {
  try {
    await program(tools).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    if (!(error instanceof UsageError || error instanceof CommanderError)) throw error;
    tools.err(sentence(error.message));
    return USAGE;
  }
}

/** Commander’s messages begin with `error:` in lower case and lack a full stop. */
function sentence(message: string): string {
  const text = message.replace(/^error: /, '').replace(/\n[\s\S]*/, '');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '. See --help.'}`;
}

function program(tools: CommandTools): Command {
  const root = new Command('passmint-server')
    .description('A password API on this computer, over HTTP and MCP.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({ writeOut: (text) => tools.out(text.trimEnd()), outputError: () => {} });
  addServe(root, tools);
  addKeys(root.command('keys').description('make, list and end API keys').copyInheritedSettings(root), tools);
  return root;
}

// Commands are loaded when they run, because the server’s libraries take a second.
function addServe(root: Command, tools: CommandTools): void {
  root
    .command('serve', { isDefault: true })
    .description('start the server (the default)')
    .option('--port <number>', 'the port', integerOption('--port', 0, 65_535), 8787)
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--data <file>', 'the file of the keys; DATABASE_URL names a PostgreSQL database instead')
    .option('--key-file <file>', 'a file with the only key; PASSMINT_API_KEY gives it directly')
    .option('--limit <number>', 'requests a minute of the only key', limitOption, DEFAULT_LIMIT)
    .option('--tls-cert <file>', 'a certificate in PEM, read again on SIGHUP')
    .option('--tls-key <file>', 'the key of the certificate in PEM')
    .option('--behind-proxy <ranges...>', 'addresses and ranges of trusted HTTPS proxies', rangeOption, [])
    .option('--allow-host <names...>', 'other names under which agents may reach the server', [])
    .addOption(new Option('--log-level <level>').choices(LOG_LEVELS).default('info'))
    .action(async (options) => (await import('./serve.ts')).serveCommand(options, tools));
}

function addKeys(keys: Command, tools: CommandTools): void {
  const load = () => import('./keys.ts');
  const command = (name: string, description: string) =>
    keys
      .command(name)
      .description(description)
      .option('--data <file>', 'the file of the keys')
      .option('--json', 'print JSON');
  command('create', 'make a key and print it once')
    .option('--label <text>', 'a name for people', labelOption, '')
    .option('--scopes <list>', 'what the key may do, with commas', scopesOption, DEFAULT_SCOPES)
    .option('--expires-in <duration>', 'when the key ends, such as 90d', durationOption('--expires-in'))
    .option('--limit <number>', 'requests a minute', limitOption, DEFAULT_LIMIT)
    .option('--allow <ranges...>', 'addresses and ranges that may use the key', rangeOption, [])
    .action(async (options) => (await load()).createCommand(options, tools));
  command('list', 'list the keys, when they were used and what succeeds them').action(async (options) =>
    (await load()).listCommand(options, tools),
  );
  command('show <id>', 'show one key without its secret').action(async (id, options) =>
    (await load()).showCommand(id, options, tools),
  );
  command('rotate <id>', 'make a successor with the same settings')
    .option('--overlap <duration>', 'how long the old key stays valid', durationOption('--overlap'), DAY_MS)
    .action(async (id, options) => (await load()).rotateCommand(id, options, tools));
  command('revoke <id>', 'end a key at once').action(async (id, options) =>
    (await load()).revokeCommand(id, options, tools),
  );
}
