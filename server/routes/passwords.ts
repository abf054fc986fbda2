import { describeRoute } from 'hono-openapi';
import type { App, AppTools } from '../app-tools.ts';
import { type Generator, makeFrom } from '../generator.ts';
import { passphraseDoc, passwordDoc, passwordsDoc, pinDoc } from '../openapi/operations.ts';
import { type PasswordInput, passphraseOptions, passwordBody, pinOptions } from '../options.ts';
import type { Fault, PasswordSet } from '../password-set.ts';
import { invalid, lacksScope, OVERLOADED } from '../problems.ts';
import { queryOf, type Read, readJson, readOptions, readPasswordQuery, readQuery } from '../read-request.ts';
import { reply, replyJson, replyProblem } from '../reply.ts';
import type { Made } from '../rules/protocol.ts';
import type { AppContext } from '../visit.ts';
import { ndjson } from './ndjson.ts';

/** The most bytes of a body. */
const MAX_BODY = 16 * 1024;

/** Adds the routes that make passwords. */
export function addPasswordRoutes(app: App, { generator, requireApiKey }: AppTools): void {
  app.get('/v1/generate/password', describeRoute(passwordDoc), requireApiKey('password'), (c) =>
    answer(c, readPasswordQuery, generator.passwords),
  );
  app.post('/v1/generate/password', describeRoute(passwordsDoc), requireApiKey('password'), (c) =>
    answerPost(c, generator),
  );
  app.get('/v1/generate/passphrase', describeRoute(passphraseDoc), requireApiKey('passphrase'), (c) =>
    answer(c, (query) => readQuery(query, passphraseOptions), generator.passphrases),
  );
  app.get('/v1/generate/pin', describeRoute(pinDoc), requireApiKey('pin'), (c) =>
    answer(c, (query) => readQuery(query, pinOptions), generator.pins),
  );
}

/** Answers with one password of the options in the query. */
function answer<Input>(
  c: AppContext,
  read: (query: URLSearchParams) => Read<Input>,
  setOf: (input: Input) => PasswordSet | Fault,
): Response {
  const query = queryOf(c);
  if (!query.ok) return replyProblem(c, query.problem);
  const input = read(query.value);
  if (!input.ok) return replyProblem(c, input.problem);
  const set = setOf(input.value);
  if (!set.ok) return replyProblem(c, invalid(set.field, set.error, set.problem));
  return replyJson(c, 200, passwordReply(set.next(), set.figures));
}

const passwordReply = (password: string, figures: PasswordSet['figures']) => ({
  password,
  length: [...password].length,
  ...figures,
});

/** Answers with one password, a list or a stream, by the options in the body. */
async function answerPost(c: AppContext, generator: Generator): Promise<Response> {
  const json = await readJson(c, MAX_BODY);
  if (!json.ok) return replyProblem(c, json.problem);
  const body = readOptions(json.value, passwordBody);
  if (!body.ok) return replyProblem(c, body.problem);
  const { count, ...input } = body.value;
  const isStream = /\bapplication\/x-ndjson\b/i.test(c.req.header('accept') ?? '');
  const lacking = missingScope(c, input, count);
  if (lacking) return replyProblem(c, lacksScope(lacking));
  const made = await make(generator, input, count ?? 1);
  if (!made.ok)
    return replyProblem(c, 'error' in made ? invalid(made.field, made.error, made.problem) : OVERLOADED);
  const { passwords, figures } = made;
  if (isStream) return reply(c, 200, ndjson(passwords, figures), { 'content-type': 'application/x-ndjson' });
  if (count === undefined) return replyJson(c, 200, passwordReply(passwords[0] as string, figures));
  return replyJson(c, 200, { count: passwords.length, passwords, ...figures });
}

function make(generator: Generator, input: PasswordInput, count: number): Promise<Made> {
  if (input.rules !== undefined) return generator.makeByRules(input, count);
  return makeFrom(generator.passwords(input), count);
}

function missingScope(c: AppContext, input: PasswordInput, count: number | undefined) {
  const scopes = c.get('visit').key?.scopes;
  if (count !== undefined && !scopes?.has('bulk')) return 'bulk';
  return input.rules !== undefined && !scopes?.has('rules') ? 'rules' : undefined;
}
