import { type Failure, failure, rangeFault } from '../errors.ts';

/** A kind of password as requests and interfaces see it. */
export interface Kind {
  /** What a request means where it is silent. */
  readonly defaults: { readonly [option: string]: number | boolean | string };
  /** What options can be: the least and greatest whole number, or the texts that are known. */
  readonly rules: { readonly [option: string]: readonly [number, number] | readonly string[] };
}

/**
 * The options of a request: the defaults with what the request says; and the fault of the first that is of another
 * type than its default or against its rule. An option that is undefined is one left out. Trusts no type.
 */
export function optionsOf({ defaults, rules }: Kind, request: { readonly [option: string]: unknown }) {
  const options = Object.entries(defaults).map(
    ([name, fallback]) => [name, request[name] ?? fallback] as const,
  );
  let fault: Failure | undefined;
  for (const [name, value] of options)
    if (value !== defaults[name]) fault ??= faultOf(name, value, defaults[name], rules[name]);
  return { options: Object.fromEntries(options), fault };
}

function faultOf(option: string, value: unknown, fallback: unknown, rule?: Kind['rules'][string]) {
  const type = typeof fallback as 'number' | 'boolean' | 'string';
  if (type === 'number') return rangeFault(option, value, ...((rule ?? []) as readonly [number?, number?]));
  if (typeof value !== type) return failure(`not_a_${type}`, option);
  const known = !rule || (rule as readonly unknown[]).includes(value);
  return known ? undefined : failure('unknown_value', option, `(${rule.join(', ')})`);
}
