import * as v from 'valibot';
import { parseQuery } from '../lib/api/contract.ts';
import { type PasswordInput, passwordQuery, siteSchema } from './options.ts';
import { BAD_QUERY, bodyTooLarge, invalidParameter, MALFORMED, NOT_JSON } from './problems.ts';
import type { Problem } from './reply.ts';
import type { AppContext } from './visit.ts';

/** A value that was read, or the problem with it. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

const refused = (problem: Problem) => ({ ok: false, problem }) as const;

type Entries = Readonly<Record<string, v.GenericSchema>>;
type OptionsSchema = v.GenericSchema & { readonly entries: Entries };

/** The query of a request as it was sent. */
export function queryText(c: AppContext): string {
  const { url } = c.req;
  const at = url.indexOf('?');
  return at < 0 ? '' : url.slice(at + 1);
}

/** The query of a request; a problem if its percent-encoding is broken. */
export function queryOf(c: AppContext): Read<URLSearchParams> {
  const text = queryText(c);
  if (text.includes('%') && !isEncoded(text)) return refused(BAD_QUERY);
  return { ok: true, value: new URLSearchParams(text) };
}

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** The options of a password, by the contract with the extension and `site`. */
export function readPasswordQuery(query: URLSearchParams): Read<PasswordInput> {
  const sites = query.getAll('site');
  query.delete('site');
  const known = Object.keys(passwordQuery.entries);
  const contract = parseQuery(query);
  if (!contract.ok) return refused(invalidParameter(contract.parameter, known));
  if (sites.length === 0) return { ok: true, value: contract.request };
  const site = v.safeParse(siteSchema, { site: sites[0] });
  if (!site.success || sites.length > 1) return refused(invalidParameter('site', known));
  return { ok: true, value: { ...contract.request, ...site.output } };
}

/** Options that a query holds as texts, by their schema. */
export function readQuery<Schema extends OptionsSchema>(
  query: URLSearchParams,
  schema: Schema,
): Read<v.InferOutput<Schema>> {
  const names = [...query.keys()];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) return refused(invalidParameter(repeated, Object.keys(schema.entries)));
  const typed = names.map((name) => [name, typedValue(query.get(name) as string, schema.entries[name])]);
  return readOptions(Object.fromEntries(typed), schema);
}

/** A text as the type of the option’s default; anything else stays a text, which the schema refuses. */
function typedValue(text: string, schema: v.GenericSchema | undefined): unknown {
  const type = schema && typeof v.getDefault(schema);
  if (type === 'number') return /^\d{1,4}$/.test(text) ? Number(text) : text;
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

/** Options by their schema. */
export function readOptions<Schema extends OptionsSchema>(
  value: unknown,
  schema: Schema,
  expected?: Readonly<Record<string, string>>,
): Read<v.InferOutput<Schema>> {
  if (Array.isArray(value)) return refused(MALFORMED);
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return { ok: true, value: parsed.output };
  const field = String(parsed.issues[0].path?.[0]?.key ?? '');
  return refused(field ? invalidParameter(field, Object.keys(schema.entries), expected) : MALFORMED);
}

/** The body as JSON, of at most `maxBytes`. */
export async function readJson(c: AppContext, maxBytes: number): Promise<Read<unknown>> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/json\s*(?:;|$)/i.test(type) || c.req.header('content-encoding'))
    return refused(NOT_JSON);
  const bytes = await readBody(c, maxBytes);
  if (!bytes) return refused(bodyTooLarge(maxBytes / 1024));
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return refused(MALFORMED);
  }
}

/** The bytes of the body; `undefined` as soon as there are too many. */
export async function readBody(c: AppContext, maxBytes: number): Promise<Uint8Array | undefined> {
  if (Number(c.req.header('content-length') ?? 0) > maxBytes) return undefined;
  if (c.req.header('content-length') !== undefined) return new Uint8Array(await c.req.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (c.req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
