import type { MessageKey } from '../../lib/i18n/message.ts';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };

interface Entry {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

const ENTRIES: Readonly<Record<string, Entry>> = messages;
const PLURAL = new Intl.PluralRules('en');
const NUMBER = new Intl.NumberFormat('en');

/**
 * The English message of a key as `browser.i18n.getMessage` gives it: named placeholders stand for their
 * content, `$1` to `$9` for the substitutions, `$$` for a dollar sign. Throws where a browser would return an
 * empty string, because a key that does not exist must fail a test. Only a plural form may be missing, such
 * as `adjust_lengthened_one`.
 */
export function getMessage(key: string, substitutions: string | readonly string[] = []): string {
  const entry = ENTRIES[key];
  if (!entry && key.replace(/_(zero|one|two|few|many)$/, '') in ENTRIES) return '';
  if (!entry) throw new Error(`messages.json has no "${key}"`);
  const values = [substitutions].flat();
  return entry.message
    .replace(/\$([a-z0-9_@]+)\$/gi, (all, name) => entry.placeholders?.[name.toLowerCase()]?.content ?? all)
    .replace(/\$(?:([1-9])|(\$+))/g, (_, digit, dollars) => (digit ? (values[digit - 1] ?? '') : dollars));
}

/**
 * What the interface shows for a key, in English. A number among the substitutions is a count: it takes the
 * plural form that `messages.json` has for it, such as `popup_fill_one`. Other figures are given as strings.
 */
export function text(key: MessageKey, ...substitutions: readonly (string | number)[]): string {
  return getMessage(formOf(key, substitutions), substitutions.map(shown));
}

/**
 * Matches `text` anywhere in a string; a substitution that a test cannot know, such as a time, is a RegExp.
 */
export function textPattern(
  key: MessageKey,
  ...substitutions: readonly (string | number | RegExp)[]
): RegExp {
  const sources = substitutions.map((part) =>
    part instanceof RegExp ? `(?:${part.source})` : escapeRegExp(shown(part)),
  );
  const marked = getMessage(
    formOf(key, substitutions),
    Array.from(sources, (_, at) => markOf(at)),
  );
  return new RegExp(
    sources.reduce((source, part, at) => source.replaceAll(markOf(at), () => part), escapeRegExp(marked)),
  );
}

/** Matches a string that is nothing but what the pattern matches. */
export const exactly = (pattern: RegExp) => new RegExp(`^(?:${pattern.source})$`);

/** The key of the plural form for the count among the substitutions; the key itself where there is none. */
function formOf(key: MessageKey, substitutions: readonly unknown[]): string {
  const count = substitutions.find((part) => typeof part === 'number');
  const form = typeof count === 'number' ? `${key}_${PLURAL.select(count)}` : key;
  return form in ENTRIES ? form : key;
}

/** A substitution as the interface shows it. */
const shown = (part: string | number) => (typeof part === 'number' ? NUMBER.format(part) : part);

const escapeRegExp = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A character of the private use area, which no message holds, for the substitution at that place. */
const markOf = (at: number) => String.fromCharCode(0xe000 + at);
