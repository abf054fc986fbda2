import { NAMED_SETS, PRINTABLE, setOf } from '../characters.ts';
import { greatest, smallest } from '../extremes.ts';
import type { ParsedRules } from '../rule.ts';
import { RulesScanner } from './scanner.ts';

/** One rule of the text. Its value is a set (of all classes that it names), a number or a list of texts. */
interface Property {
  readonly name: string;
  readonly value: string | number | readonly string[];
}

/**
 * Parses a `passwordrules` text (https://developer.apple.com/password-rules/). The narrowest of several
 * lengths holds, each `required` must be met, and the characters of all `allowed` and `required` may occur.
 * Rule names are case-sensitive and class names are not, as in the public parser. Accepts any text, in time
 * proportional to its length, and never throws.
 */
export function parsePasswordRules(text: string): ParsedRules {
  return parse(new RulesScanner(text));
}

/**
 * Reads the rules text of a page. Unlike the public parser it skips a rule that it cannot read, which may be
 * newer than this reader or misspelled, and the other rules hold.
 */
export function readPasswordRules(text: string): ParsedRules {
  return parse(new RulesScanner(text, 'skips faulty rules'));
}

function parse(scanner: RulesScanner): ParsedRules {
  const properties = propertiesOf(scanner) ?? [];
  const sets = (name: string) => valuesOf(properties, name) as string[];
  const numbers = (name: string) => valuesOf(properties, name) as number[];
  const required = sets('required');
  const blocked = valuesOf(properties, 'blocklist').flat() as string[];
  return {
    allowed: setOf([...new Set([...required, ...sets('allowed')])].join('')) || PRINTABLE,
    required: required.map((characters) => ({ characters, min: 1 })),
    minLength: greatest(numbers('minlength')),
    maxLength: smallest(numbers('maxlength')),
    maxConsecutive: smallest([...numbers('max-consecutive'), ...numbers('max-repeating')]),
    maxSequential: smallest(numbers('max-sequential')),
    ...(blocked.length > 0 && { blocked }),
    errors: scanner.errors,
  };
}

const valuesOf = (properties: readonly Property[], name: string) =>
  properties.filter((property) => property.name === name).map(({ value }) => value);

/** The rules of the text; undefined if text follows where a rule should end. */
function propertiesOf(scanner: RulesScanner): Property[] | undefined {
  const properties: Property[] = [];
  scanner.skipSpace();
  while (!scanner.atEnd) {
    const name = scanner.name();
    if (!name) {
      // An empty rule ends the text, but the rules before it hold.
      scanner.fail('unknown_name');
      if (!scanner.skipsFaulty) break;
    }
    const value = name ? propertyValue(name, scanner) : undefined;
    if (value !== undefined && value !== 0) properties.push({ name, value });
    scanner.skipSpace();
    if (!isEnded(scanner)) return undefined;
    scanner.skipSpace();
  }
  return properties;
}

/** Goes behind the semicolon that ends a rule. */
function isEnded(scanner: RulesScanner): boolean {
  if (scanner.atEnd || scanner.take(';')) return true;
  scanner.fail('stray_text');
  if (!scanner.skipsFaulty) return false;
  scanner.rest();
  scanner.take(';');
  return true;
}

/**
 * The rules with a number. `max-repeating` is the newer name of `max-consecutive`, and `max-sequential` is
 * the longest sequence such as `abc` (https://github.com/apple/password-manager-resources/pull/1255).
 */
const NUMBERS = ['minlength', 'maxlength', 'max-consecutive', 'max-repeating', 'max-sequential'];
const SETS = ['required', 'allowed'];
/** The most texts of a block list. A rule with more is hostile. */
const MAX_TEXTS = 40;

/**
 * The value after a rule's name. If it cannot be read, it is undefined and the scanner stays where it failed.
 */
function propertyValue(name: string, scanner: RulesScanner): Property['value'] | undefined {
  if (name !== 'blocklist' && !NUMBERS.includes(name) && !SETS.includes(name)) {
    scanner.at -= name.length;
    scanner.fail('unknown_name');
    if (scanner.skipsFaulty) scanner.rest();
    return undefined;
  }
  if (scanner.skipsFaulty) scanner.skipSpace();
  if (!scanner.take(':')) return scanner.fail('no_colon');
  scanner.skipSpace();
  if (scanner.atEnd || scanner.is(';')) return undefined;
  if (name === 'blocklist') return textsOf(scanner.rest());
  return SETS.includes(name) ? classesOf(scanner) : numberOf(scanner);
}

/** The names of lists of common passwords, which a random password isn't in, so they need no bound. */
const LISTS = ['default', 'hibp'];

/**
 * The texts of a block list, between commas, quoted or not. The proposal
 * (https://github.com/apple/password-manager-resources/issues/546) has names of lists only.
 */
function textsOf(list: string): string[] {
  const texts = list.split(',').map((text) => text.trim().replace(/^(["'])(.*)\1$/, '$2'));
  return texts.filter((text) => text && !LISTS.includes(text)).slice(0, MAX_TEXTS);
}

function numberOf(scanner: RulesScanner): number | undefined {
  const number = scanner.digits();
  if (scanner.skipsFaulty) scanner.skipSpace();
  // A space after the number makes it invalid, as in the public parser.
  return number !== undefined && (scanner.atEnd || scanner.is(';')) ? number : scanner.fail('not_a_number');
}

/** The characters of all classes in a comma-separated list. */
function classesOf(scanner: RulesScanner): string | undefined {
  let characters: string | undefined;
  for (;;) {
    const set = scanner.is('[') ? customClass(scanner) : namedClass(scanner);
    // Without a class that is unknown the set is narrower, which the site accepts too.
    if (set === undefined && !scanner.skipsFaulty) return undefined;
    if (set !== undefined) characters = characters ? setOf(characters + set) : set;
    scanner.skipSpace();
    if (scanner.atEnd || scanner.is(';')) return characters;
    if (!scanner.take(',')) return scanner.fail('stray_text');
    scanner.skipSpace();
  }
}

function namedClass(scanner: RulesScanner): string | undefined {
  const start = scanner.at;
  const name = scanner.name().toLowerCase();
  if (!name) return scanner.fail('no_value');
  if (Object.hasOwn(NAMED_SETS, name)) return NAMED_SETS[name];
  scanner.at = start;
  scanner.fail('unknown_class');
  if (scanner.skipsFaulty) scanner.name();
  return undefined;
}

/** The characters of a class in brackets, where `-` counts only at the beginning and `]` only at the end. */
function customClass(scanner: RulesScanner): string | undefined {
  const inside = scanner.bracketed();
  if (inside === undefined) return scanner.fail('unclosed_class');
  return setOf(inside.slice(0, 1) + inside.slice(1).replaceAll('-', ''));
}
