import type { PARAMETERS } from './contract.ts';
import type { Preset } from './presets.ts';

type Parameter = (typeof PARAMETERS)[number];

/** An option that a server does not accept. */
export interface RejectedOption {
  readonly option: Parameter;
  /** For `length`: the lengths that the server accepts, if it gives them. */
  readonly min?: number;
  readonly max?: number;
}

/** What the request was made of. */
interface Sent {
  readonly parameters: Preset['parameters'];
  readonly length: number;
}

type Members = Readonly<Record<string, unknown>>;

/** Members that hold the details of an error, in the bodies of usual frameworks and in problem+json. */
const DETAILS = ['details', 'detail', 'errors', 'issues', 'violations', 'invalid-params', 'invalid_params'];
/** Members that name the parameter. */
const NAMES = ['field', 'param', 'parameter', 'name', 'property', 'loc', 'path', 'instancePath', 'pointer'];
/** Members that hold the limits, if they do not stand beside the name. */
const LIMITS = ['ctx', 'context', 'params', 'meta'];
const MINIMUMS = ['min', 'minimum', 'ge', 'min_value'];
const MAXIMUMS = ['max', 'maximum', 'le', 'max_value'];
/** A limit whose direction follows from the length that was sent, because only a text says it. */
const EITHER = ['limit_value', 'limit'];

/** More details than any request has parameters. */
const MAX_DETAILS = 20;
/** Longer than any password that a server makes. */
const MAX_LIMIT = 1024;

/**
 * Reads which option an error body is about, and the lengths that the server accepts; `undefined` if it names
 * none of ours. No text of the server is interpreted. A range that includes the length that was sent is left
 * out, because it does not explain the error.
 */
export function readRejectedOption(json: unknown, sent: Sent): RejectedOption | undefined {
  const rejected = [json, memberOf(json, 'error')]
    .flatMap((body) => [body, ...DETAILS.flatMap((name) => entriesOf(memberOf(body, name)))])
    .slice(0, MAX_DETAILS)
    .map((entry) => readEntry(entry, sent))
    .filter((option) => option !== undefined);
  return rejected.find(({ min, max }) => min !== undefined || max !== undefined) ?? rejected[0];
}

/** The details in a list, a single one, or one for each field: `{"length":{"max":64}}`. */
function entriesOf(details: unknown): unknown[] {
  if (Array.isArray(details)) return details.slice(0, MAX_DETAILS);
  if (!isObject(details)) return [];
  const byField = Object.entries(details).slice(0, MAX_DETAILS);
  return [details, ...byField.map(([field, value]) => ({ ...(isObject(value) ? value : {}), field }))];
}

function readEntry(entry: unknown, { parameters, length }: Sent): RejectedOption | undefined {
  const names = [
    ...NAMES.map((name) => memberOf(entry, name)),
    memberOf(memberOf(entry, 'source'), 'parameter'),
  ];
  const named = names.map(lastName);
  const options = Object.keys(parameters) as Parameter[];
  const option = options.find((each) => parameters[each] && named.includes(parameters[each]));
  if (!option) return undefined;
  return { option, ...(option === 'length' && rangeOf(entry, length)) };
}

/** The last part of a name such as `length`, `["query","length"]`, `body.length` or `/length`. */
function lastName(name: unknown): string | undefined {
  const last = Array.isArray(name) ? name.at(-1) : name;
  return typeof last === 'string' ? last.split(/[./]/).at(-1) : undefined;
}

function rangeOf(entry: unknown, sent: number): Pick<RejectedOption, 'min' | 'max'> {
  const holders = [entry, ...LIMITS.map((name) => memberOf(entry, name))];
  const limit = (names: readonly string[], shift = 0) =>
    holders
      .flatMap((holder) => names.map((name) => Number(wholeOf(memberOf(holder, name))) + shift))
      .find((value) => value >= 1 && value <= MAX_LIMIT);
  const either = limit(EITHER);
  const min = limit(MINIMUMS) ?? limit(['gt'], 1) ?? (either && either > sent ? either : undefined);
  const max = limit(MAXIMUMS) ?? limit(['lt'], -1) ?? (either && either < sent ? either : undefined);
  const explains = (min !== undefined && sent < min) || (max !== undefined && sent > max);
  if (!explains || (min ?? 0) > (max ?? MAX_LIMIT)) return {};
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

const wholeOf = (value: unknown) => (Number.isSafeInteger(value) ? value : undefined);

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An own member, because no name may lead to an inherited one. */
const memberOf = (value: unknown, name: string): unknown =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
