import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Messages = Readonly<Record<string, { readonly message: string }>>;

const readMessages = (file: string): Messages => JSON.parse(readFileSync(file, 'utf8'));

const messages = readMessages('public/_locales/en/messages.json');
const code = globSync([
  'lib/**/*.{ts,tsx}',
  'components/**/*.{ts,tsx}',
  'entrypoints/**/*.tsx',
  'wxt.config.ts',
])
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
/** Keys that the code composes from parts. */
const COMPOSED = [
  /^adjust_/,
  /^api_/,
  /^kind_/,
  /^option_(avoid|min)/,
  /^options_url_/,
  /^recipe_(class|syntax|problem|import)_/,
  /^recipe_(minLength|maxLength|maxConsecutive|required|allowed|off)$/,
  /^options_key_(session|passphrase|device)$/,
  /^strength_/,
  /^error_emptied_/,
  /^rule_(one|none)_/,
  /^rule_(min_length|max_length|max_consecutive|not_first|not_last|limited|runs)$/,
  /^rule_repeats/,
  /^source_/,
  /^reset_/,
  /^option_(uppercase|lowercase|numbers|symbols)$/,
];

const PLURAL_ENDING = /_(zero|one|two|few|many)$/;

/** The key that a key is a plural form of. A message without a placeholder has no number to decline for. */
function baseOf(key: string): string | undefined {
  const base = key.replace(PLURAL_ENDING, '');
  return base !== key && messages[base]?.message.includes('$') ? base : undefined;
}

const isUsed = (key: string) =>
  code.includes(`'${key}'`) || code.includes(`__MSG_${key}__`) || COMPOSED.some((part) => part.test(key));

/** The keys that have plural forms in English. */
const DECLINED = [...new Set(Object.keys(messages).flatMap((key) => baseOf(key) ?? []))];

describe('messages.json', () => {
  it.each(Object.keys(messages))('%s is used', (key) => {
    expect(isUsed(baseOf(key) ?? key)).toBe(true);
  });

  it.each(Object.entries(messages))('%s is a whole sentence or label', (_, { message }) => {
    expect(message.trim()).toBe(message);
    expect(message).not.toBe('');
  });
});

/** The forms that a language lacks of the keys it translates, because the browser would take English ones. */
function missingForms(translated: Messages): string[] {
  const { pluralCategories } = new Intl.PluralRules(translated.language?.message).resolvedOptions();
  const endings = pluralCategories.filter((category) => category !== 'other');
  return DECLINED.filter((key) => key in translated)
    .flatMap((key) => endings.map((ending) => `${key}_${ending}`))
    .filter((form) => !(form in translated));
}

describe('plural forms', () => {
  it.each(globSync('public/_locales/*/messages.json'))('are complete in %s', (file) => {
    expect(missingForms(readMessages(file))).toEqual([]);
  });

  it('are missed where a language needs more than English has', () => {
    const missing = missingForms({ ...messages, language: { message: 'pl' } });
    expect(missing).toEqual(DECLINED.flatMap((key) => [`${key}_few`, `${key}_many`]));
    expect(missing).toContain('popup_fill_few');
  });

  it.each(DECLINED)('of %s have its placeholders', (key) => {
    const placeholders = (form: string) => messages[form]?.message.match(/\$\d/g)?.sort();
    expect(placeholders(`${key}_one`)).toEqual(placeholders(key));
  });
});
