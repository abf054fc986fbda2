import { Command, CommanderError, Option } from 'commander';
import { LOG_LEVELS } from '../log.ts';
import { VERSION } from '../version.ts';
import { createCommand, listCommand, revokeCommand, rotateCommand, showCommand } from './keys.ts';
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
import { serveCommand } from './serve.ts';
import { UsageError } from './usage-error.ts';

const write = (text: string) => void process.stdout.write(`${text}\n`);

const DAY_MS = 86_400_000;

/** The exit status of bad input. */
const USAGE = 2;

/** Runs the command line. Bad input is one sentence on standard error and exit status 2. */
export async function run(args: readonly string[], workerUrl: URL): Promise<void> {
  try {
    await program(workerUrl).parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return;
    if (!(error instanceof UsageError || error instanceof CommanderError)) throw error;
    process.stderr.write(`${sentence(error.message)}\n`);
    process.exitCode = USAGE;
  }
}

/** Commander’s messages begin with `error:` in lower case and lack a full stop. */
function sentence(message: string): string {
  const text = message.replace(/^error: /, '').replace(/\n[\s\S]*/, '');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '. See --help.'}`;
}

function program(workerUrl: URL): Command {
  const root = new Command('passmint-server')
    .description('A password API on this computer, over HTTP and MCP.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({ outputError: () => {} });
  addServe(root, workerUrl);
  addKeys(root.command('keys').description('make, list and end API keys').copyInheritedSettings(root));
  return root;
}

function addServe(root: Command, workerUrl: URL): void {
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
    .action((options) => serveCommand(options, workerUrl, write));
}

function addKeys(keys: Command): void {
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
    .action(({ allow: addresses, limit: limitPerMinute, ...options }) =>
      createCommand({ ...options, addresses, limitPerMinute }, write),
    );
  command('list', 'list the keys, when they were used and what succeeds them').action((options) =>
    listCommand(options, write),
  );
  command('show <id>', 'show one key without its secret').action((id, options) =>
    showCommand(id, options, write),
  );
  command('rotate <id>', 'make a successor with the same settings')
    .option('--overlap <duration>', 'how long the old key stays valid', durationOption('--overlap'), DAY_MS)
    .action((id, options) => rotateCommand(id, options, write));
  command('revoke <id>', 'end a key at once').action((id, options) => revokeCommand(id, options, write));
}
