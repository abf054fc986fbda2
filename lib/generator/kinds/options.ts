import { type Failure, failure, rangeFault } from '../errors.ts';

/** A kind of password, as requests and interfaces use it. */
export interface Kind {
  /** The values of options that a request leaves out. */
  readonly defaults: { readonly [option: string]: number | boolean | string };
  /** The values that options can have: the least and greatest whole number, or a list of texts. */
  readonly rules: { readonly [option: string]: readonly [number, number] | readonly string[] };
}

/**
 * The options of a request over the defaults, and the fault of the first invalid one. An option that is
 * undefined counts as left out. Accepts values of any type.
 */
export function optionsOf({ defaults, rules }: Kind, request: { readonly [option: string]: unknown }) {
  const options = Object.entries(defaults).map(
    ([name, fallback]) => [name, request[name] ?? fallback] as const,
  );
  let fault: Failure | undefined;
  for (const [name, value] of options)
    if (value !== defaults[name]) fault ??= optionFault(name, value, defaults[name], rules[name]);
  return { options: Object.fromEntries(options), fault };
}

/**
 * Why an option cannot have a value, if it cannot: the value must have the type of the default and keep to
 * the option's rule. Accepts values of any type.
 */
export function optionFault(
  option: string,
  value: unknown,
  fallback: unknown,
  rule?: Kind['rules'][string],
): Failure | undefined {
  const type = typeof fallback as 'number' | 'boolean' | 'string';
  if (type === 'number') return rangeFault(option, value, ...((rule ?? []) as readonly [number?, number?]));
  if (typeof value !== type) return failure(`not_a_${type}`, option);
  const known = !rule || (rule as readonly unknown[]).includes(value);
  return known ? undefined : failure('unknown_value', option, `(${rule.join(', ')})`);
}
