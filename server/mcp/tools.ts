import { McpServer } from '@modelcontextprotocol/server';
import { toStandardJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { type Generator, makeFrom } from '../generator.ts';
import { type PasswordInput, passphraseOptions, passwordOptions, pinOptions } from '../options.ts';
import { countReply, passwordReply } from '../replies.ts';
import type { Made } from '../rules/protocol.ts';

/** What the tools of one request work with. */
export interface ToolContext {
  readonly generator: Generator;
  readonly version: string;
  /** The scopes of the key. */
  readonly scopes: ReadonlySet<string>;
}

interface ToolResult {
  readonly [member: string]: unknown;
  readonly content: { readonly type: 'text'; readonly text: string }[];
  readonly structuredContent?: Record<string, unknown>;
  readonly isError?: boolean;
}

/** A tool never changes anything and reaches nothing outside; each call gives another result. */
const ANNOTATIONS = { readOnlyHint: true, idempotentHint: false, openWorldHint: false } as const;

const kindSchema = v.strictObject({
  kind: v.pipe(
    v.optional(v.picklist(['password', 'passphrase', 'pin']), 'password'),
    v.description('The kind of password to count.'),
  ),
  password: v.pipe(v.optional(passwordOptions), v.description('The options of a password.')),
  passphrase: v.pipe(v.optional(passphraseOptions), v.description('The options of a passphrase.')),
  pin: v.pipe(v.optional(pinOptions), v.description('The options of a PIN.')),
});

const described = (title: string, description: string) => ({
  title,
  description,
  outputSchema: toStandardJsonSchema(passwordReply),
  annotations: ANNOTATIONS,
});

/** Builds the server of one request, with a tool for each kind and one that counts. */
export function createToolServer(context: ToolContext): McpServer {
  const { generator, version } = context;
  const server = new McpServer({ name: 'passmint', version, title: 'Passmint' });
  server.registerTool(
    'generate_password',
    {
      ...described('Generate a password', 'Makes a random password, optionally within the rules of a site.'),
      inputSchema: toStandardJsonSchema(passwordOptions),
    },
    (input) =>
      whenAllowed(context, scopesOf(input), async () => madeResult(await makePassword(generator, input))),
  );
  server.registerTool(
    'generate_passphrase',
    {
      ...described('Generate a passphrase', 'Makes a passphrase of random words.'),
      inputSchema: toStandardJsonSchema(passphraseOptions),
    },
    (input) =>
      whenAllowed(context, ['passphrase'], async () =>
        madeResult(await makeFrom(generator.passphrases(input), 1)),
      ),
  );
  server.registerTool(
    'generate_pin',
    {
      ...described('Generate a PIN', 'Makes a random PIN.'),
      inputSchema: toStandardJsonSchema(pinOptions),
    },
    (input) =>
      whenAllowed(context, ['pin'], async () => madeResult(await makeFrom(generator.pins(input), 1))),
  );
  addCountTool(server, context);
  return server;
}

function addCountTool(server: McpServer, context: ToolContext): void {
  server.registerTool(
    'count_passwords',
    {
      title: 'Count passwords',
      description: 'Counts exactly how many passwords options admit, without making one.',
      inputSchema: toStandardJsonSchema(kindSchema),
      outputSchema: toStandardJsonSchema(countReply),
      annotations: { ...ANNOTATIONS, idempotentHint: true },
    },
    ({ kind, ...options }) => {
      const input = options.password ?? v.parse(passwordOptions, {});
      const scopes = kind === 'password' ? scopesOf(input) : [kind];
      return whenAllowed(context, scopes, async () => {
        const made = await makeKind(context.generator, kind, options);
        return made.ok ? structured(made.figures) : madeResult(made);
      });
    },
  );
}

type KindOptions = Omit<v.InferOutput<typeof kindSchema>, 'kind'>;

function makeKind(
  generator: Generator,
  kind: v.InferOutput<typeof kindSchema>['kind'],
  { password, passphrase, pin }: KindOptions,
): Promise<Made> {
  if (kind === 'passphrase')
    return makeFrom(generator.passphrases(passphrase ?? v.parse(passphraseOptions, {})), 1);
  if (kind === 'pin') return makeFrom(generator.pins(pin ?? v.parse(pinOptions, {})), 1);
  return makePassword(generator, password ?? v.parse(passwordOptions, {}));
}

function makePassword(generator: Generator, input: PasswordInput): Promise<Made> {
  return input.rules === undefined
    ? makeFrom(generator.passwords(input), 1)
    : generator.makeByRules(input, 1);
}

const scopesOf = ({ rules }: PasswordInput) => (rules === undefined ? ['password'] : ['password', 'rules']);

async function whenAllowed(
  { scopes }: ToolContext,
  needed: readonly string[],
  run: () => Promise<ToolResult>,
): Promise<ToolResult> {
  const missing = needed.find((scope) => !scopes.has(scope));
  return missing === undefined ? run() : failed(`The API key lacks the scope “${missing}”.`);
}

function madeResult(made: Made): ToolResult {
  if (!made.ok)
    return failed(
      'error' in made ? made.error : 'Too many rules are being read at the moment. Try again later.',
    );
  const [password = ''] = made.passwords;
  return structured({ password, length: [...password].length, ...made.figures });
}

/** The same as data and as text, for clients that read only text. */
function structured(value: object): ToolResult {
  const content = { ...value };
  return { content: [{ type: 'text', text: JSON.stringify(value) }], structuredContent: content };
}

const failed = (text: string): ToolResult => ({ content: [{ type: 'text', text }], isError: true });
