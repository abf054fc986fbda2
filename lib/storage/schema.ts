import * as v from 'valibot';

/** A schema of a stored value, or of a part of one. It takes anything. */
export type Schema<T> = v.GenericSchema<unknown, T>;

/** Whether a part of the value that is being read was invalid, and was replaced or left out. */
let isDamaged = false;

/**
 * Reads a stored value by its schema, which must have a value for anything. `isDamaged` says whether a part
 * of it was invalid, and was replaced by its default or left out.
 */
export function readStored<T>(schema: Schema<T>, stored: unknown): { value: T; isDamaged: boolean } {
  isDamaged = false;
  const value = v.safeParse(schema, stored).output as T;
  return { value, isDamaged };
}

/** `fallback` in place of what is invalid or missing. */
export function orElse<T>(schema: Schema<T>, fallback: T): Schema<T> {
  return v.fallback(schema, (found) => {
    // Without a value nothing was stored, and nothing is lost. `null` is what Chromium stores of infinity.
    if ((found?.value ?? undefined) !== undefined) isDamaged = true;
    return fallback;
  });
}

/** A part that may be missing, and that is left out if it is invalid. */
export function maybe<T>(schema: Schema<T>) {
  return v.optional(orElse<T | undefined>(schema, undefined));
}

/** An object, each part of which has a default. Anything but an object has all the defaults. */
export function objectOf<Entries extends v.ObjectEntries>(entries: Entries) {
  const schema = v.object(entries);
  return orElse(schema as Schema<v.InferOutput<typeof schema>>, readStored(schema, {}).value as never);
}

/** A list of at most `max` entries. Those that are invalid are left out, and the others stay. */
export function listOf<T>(entry: Schema<T>, max: number): Schema<readonly Readonly<T>[]> {
  return v.pipe(
    v.custom<readonly unknown[]>(Array.isArray),
    v.transform((list) => {
      const kept = list.slice(0, max).flatMap((each) => {
        const read = v.safeParse(entry, each);
        return read.success ? [read.output] : [];
      });
      if (kept.length < list.length) isDamaged = true;
      return kept;
    }),
  );
}

/**
 * Values by name, such as a host, at most `max`; `entry` is the schema of a name with its value. They are
 * stored as a list of entries, because Firefox (seen in 153) does not store the members `constructor` and
 * `__proto__` of an object, and hosts can have these names.
 */
export function byName<T>(entry: Schema<readonly [string, T]>, max: number) {
  return {
    schema: orElse<Readonly<Record<string, T>>>(
      v.pipe(
        listOf(entry, max),
        // This defines each name as it is, so that even `__proto__` is only a name.
        v.transform((entries) => Object.fromEntries(entries)),
      ),
      {},
    ),
    pack: (value: Readonly<Record<string, T>>) => Object.entries(value),
    version: 2,
    // Until November 2026 an object was stored.
    migrations: { 1: (old: unknown) => Object.entries(Object(old)) },
  };
}

/** The member of a union that has this value under the name by which its members are told apart. */
type MemberOf<T, Name extends keyof T, Value> = T extends unknown
  ? Value extends T[Name]
    ? T
    : never
  : never;

/** The schemas of the other parts of each member of a union, none of which may be forgotten. */
type Members<T, Name extends keyof T> = {
  readonly [Value in T[Name] & string]: {
    readonly [Part in Exclude<keyof MemberOf<T, Name, Value>, Name>]-?: Schema<
      MemberOf<T, Name, Value>[Part] | undefined
    >;
  };
};

/** A union of objects, whose members are told apart by the text under one name. */
export function unionBy<T extends object, Name extends keyof T & string>(
  name: Name,
  members: Members<T, Name>,
): Schema<T> {
  const schema = v.lazy((stored) => {
    const value = (Object(stored) as Record<string, unknown>)[name];
    if (typeof value !== 'string' || !Object.hasOwn(members, value)) return v.custom(() => false);
    return v.object({ [name]: text(40), ...members[value as keyof typeof members] });
  });
  return schema as Schema<unknown> as Schema<T>;
}

// These are tests of our own, because each function of Valibot adds to what the popup loads.

/** One of several values. */
export const oneOf = <const T>(values: readonly T[]): Schema<T> =>
  v.custom<T>((stored) => values.includes(stored as T));

/** A switch. */
export const flag = oneOf([true, false]) as Schema<boolean>;

/** A text of at most `max` UTF-16 units, and at least `min`. */
export const text = (max: number, min = 0): Schema<string> =>
  v.custom<string>((stored) => typeof stored === 'string' && stored.length >= min && stored.length <= max);

const isWithin = (stored: unknown, min: number, max: number) =>
  typeof stored === 'number' && stored >= min && stored <= max;

/** A number from 0. */
export const amount = v.custom<number>((stored) => isWithin(stored, 0, Infinity));

/** Milliseconds since 1970, up to the last moment that a `Date` can have; beyond it `Intl` throws. */
export const time = v.custom<number>((stored) => isWithin(stored, 0, 8.64e15));

/** A whole number from `min` to `max`. */
export const whole = (min: number, max: number): Schema<number> =>
  v.custom<number>((stored) => Number.isInteger(stored) && isWithin(stored, min, max));

/** A host with its port, or a name put together from some. DNS allows hosts of 253 characters. */
export const host = text(300);

/** The passwords of this device and of servers have at most a few hundred characters. */
export const password = text(4096, 1);
