// The typed options of each kind of password. One schema of a kind is used by the HTTP body, the query, the
// MCP tools and the OpenAPI document, so that none of them can accept what another refuses.
import * as v from 'valibot';
import { KINDS, MAX_LENGTH, MIN_LENGTH } from '../lib/generator/index.ts';

/** The most passwords of one request. */
export const MAX_COUNT = 1000;

/** The longest `passwordrules` text, in characters. */
export const MAX_RULES_LENGTH = 1000;

const { passphrase, pin, password } = KINDS;

const integer = (from: number, to: number, fallback: number, description: string) =>
  v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to), v.description(description)),
    fallback,
  );

const flag = (fallback: boolean, description: string) =>
  v.optional(v.pipe(v.boolean(), v.description(description)), fallback);

const text = (most: number, fallback: string, description: string) =>
  v.optional(v.pipe(v.string(), v.maxLength(most), v.description(description)), fallback);

const site = v.optional(
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(253),
    v.regex(/^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.?$/, 'Not a domain name'),
    v.description('A domain whose bundled password rules the password must satisfy, such as shop.example.'),
  ),
);

const rules = v.optional(
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(MAX_RULES_LENGTH),
    v.description(
      'A passwordrules text that the password must satisfy, such as "minlength: 8; required: digit".',
    ),
  ),
);

const passwordEntries = {
  length: integer(MIN_LENGTH, MAX_LENGTH, password.defaults.length, 'The number of characters.'),
  uppercase: flag(password.defaults.uppercase, 'Whether uppercase letters are included.'),
  lowercase: flag(password.defaults.lowercase, 'Whether lowercase letters are included.'),
  numbers: flag(password.defaults.numbers, 'Whether digits are included.'),
  symbols: flag(password.defaults.symbols, 'Whether special characters are included.'),
  exclude: text(200, password.defaults.exclude, 'Characters that are never used.'),
  site,
};

/** The parameter that the contract of `GET /v1/generate/password` does not have. */
export const siteSchema = v.strictObject({ site });

/** The options of a password of `GET`, typed. */
export const passwordQuery = v.strictObject(passwordEntries);

/** The options of a password, with the text of its rules. */
export const passwordOptions = v.strictObject({ ...passwordEntries, rules });

/** The body of `POST /v1/generate/password`. */
export const passwordBody = v.strictObject({
  ...passwordEntries,
  rules,
  count: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(1),
      v.maxValue(MAX_COUNT),
      v.description('How many different passwords to make. With it the answer is a list.'),
    ),
  ),
});

/** The options of a passphrase. */
export const passphraseOptions = v.strictObject({
  words: integer(...passphrase.rules.words, passphrase.defaults.words, 'The number of words.'),
  separator: text(10, passphrase.defaults.separator, 'The text between words.'),
  random_separator: v.optional(
    v.pipe(
      v.picklist(passphrase.rules.randomSeparator),
      v.description('A random digit or symbol between words, in place of the text.'),
    ),
    passphrase.defaults.randomSeparator,
  ),
  capitals: v.optional(
    v.pipe(v.picklist(passphrase.rules.capitals), v.description('Which words have capital letters.')),
    passphrase.defaults.capitals,
  ),
  number: flag(passphrase.defaults.number, 'Whether a random digit follows one of the words.'),
  symbol: flag(passphrase.defaults.symbol, 'Whether a random symbol follows one of the words.'),
});

/** The options of a PIN. */
export const pinOptions = v.strictObject({
  length: integer(...pin.rules.length, pin.defaults.length, 'The number of digits.'),
  avoid_runs: flag(pin.defaults.avoidRuns, 'Whether three digits that count up or down are avoided.'),
  avoid_repeats: flag(pin.defaults.avoidRepeats, 'Whether a digit three times in a row is avoided.'),
  avoid_dates: flag(pin.defaults.avoidDates, 'Whether dates are avoided.'),
});

export type PasswordInput = v.InferOutput<typeof passwordOptions>;
export type PassphraseInput = v.InferOutput<typeof passphraseOptions>;
export type PinInput = v.InferOutput<typeof pinOptions>;
