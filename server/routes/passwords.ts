import type { App, AppTools } from '../app-tools.ts';
import { type Generator, makeFrom } from '../generator.ts';
import { Lru } from '../lru.ts';
import { described } from '../openapi/described.ts';
import { passphraseDoc, passwordDoc, passwordsDoc, pinDoc } from '../openapi/operations.ts';
import { type PasswordInput, passphraseOptions, passwordBody, pinOptions } from '../options.ts';
import type { Fault, PasswordSet } from '../password-set.ts';
import { invalid, lacksScope, OVERLOADED } from '../problems.ts';
import {
  queryOf,
  queryText,
  type Read,
  readJson,
  readOptions,
  readPasswordQuery,
  readQuery,
} from '../read-request.ts';
import { type Problem, reply, replyJson, replyProblem } from '../reply.ts';
import type { Made } from '../rules/protocol.ts';
import type { AppContext } from '../visit.ts';
import { ndjson } from './ndjson.ts';

/** The most bytes of a body. */
const MAX_BODY = 16 * 1024;

/** The sets of queries that are kept, because reading one costs more than a password of it. */
const KEPT_QUERIES = 256;

type Sets = Lru<PasswordSet | Problem>;

/** Adds the routes that make passwords. */
export function addPasswordRoutes(app: App, { generator, requireApiKey }: AppTools): void {
  const { passwords, passphrases, pins } = generator;
  const sets: Sets = new Lru(KEPT_QUERIES);
  app.get('/v1/generate/password', described(passwordDoc, requireApiKey('password')), (c) =>
    answer(c, sets, (query) => setOf(readPasswordQuery(query), passwords)),
  );
  app.post('/v1/generate/password', described(passwordsDoc, requireApiKey('password')), (c) =>
    answerPost(c, generator),
  );
  app.get('/v1/generate/passphrase', described(passphraseDoc, requireApiKey('passphrase')), (c) =>
    answer(c, sets, (query) => setOf(readQuery(query, passphraseOptions), passphrases)),
  );
  app.get('/v1/generate/pin', described(pinDoc, requireApiKey('pin')), (c) =>
    answer(c, sets, (query) => setOf(readQuery(query, pinOptions), pins)),
  );
}

/** Answers with one password of the options in the query. */
function answer(
  c: AppContext,
  sets: Sets,
  read: (query: URLSearchParams) => PasswordSet | Problem,
): Response {
  const set = sets.get(`${c.req.path}?${queryText(c)}`, () => {
    const query = queryOf(c);
    return query.ok ? read(query.value) : query.problem;
  });
  return 'next' in set ? replyJson(c, 200, passwordReply(set.next(), set.figures)) : replyProblem(c, set);
}

function setOf<Input>(
  input: Read<Input>,
  count: (input: Input) => PasswordSet | Fault,
): PasswordSet | Problem {
  if (!input.ok) return input.problem;
  const set = count(input.value);
  return set.ok ? set : invalid(set.field, set.error, set.problem);
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
