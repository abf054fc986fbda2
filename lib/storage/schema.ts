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
 * Values by name, such as a host, at most `max`; `entry` is the schema of a name with its value. Valibot's
 * own records are not used, because they drop the names `constructor` and `__proto__`, which hosts can have.
 */
export function byName<T>(
  entry: Schema<readonly [string, T]>,
  max: number,
): Schema<Readonly<Record<string, T>>> {
  return v.pipe(
    v.custom<object>((stored) => typeof stored === 'object' && stored !== null && !Array.isArray(stored)),
    v.transform((stored) => Object.entries(stored) as unknown),
    listOf(entry, max),
    // This defines each name as it is, so that even `__proto__` is only a name.
    v.transform((entries) => Object.fromEntries(entries)),
  );
}

/** A text of at most `max` UTF-16 units. */
export const text = (max: number): Schema<string> => v.pipe(v.string(), v.maxLength(max));

/** A number from 0. */
export const amount: Schema<number> = v.pipe(v.number(), v.minValue(0));

/** A whole number from `min` to `max`. */
export const whole = (min: number, max: number): Schema<number> =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

/** Milliseconds since 1970, up to the last moment that a `Date` can have; beyond it `Intl` throws. */
export const time: Schema<number> = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));

/** A host with its port, or a name put together from some. DNS allows hosts of 253 characters. */
export const host = text(300);

/** The passwords of this device and of servers have at most a few hundred characters. */
export const password: Schema<string> = v.pipe(v.string(), v.minLength(1), v.maxLength(4096));
