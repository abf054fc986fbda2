import { NAMED_SETS, PRINTABLE, setOf } from '../characters.ts';
import type { ParsedRules } from '../rule.ts';
import { RulesReader } from './scanner.ts';

/** One rule of the text: a set (of all classes that it names) or a number. */
interface Property {
  readonly name: string;
  readonly value: string | number;
}

/**
 * Reads a `passwordrules` text: https://developer.apple.com/password-rules/. Of several lengths the narrowest holds; each
 * `required` must be met; all `allowed` and `required` together may occur. Names of rules are case-sensitive, of
 * classes not, as in the public parser. Takes any text, in time proportional to its length, and never throws.
 */
export function parsePasswordRules(text: string): ParsedRules {
  const reader = new RulesReader(text);
  const properties = propertiesOf(reader) ?? [];
  const sets = (name: string) => valuesOf(properties, name) as string[];
  const numbers = (name: string) => valuesOf(properties, name) as number[];
  const required = sets('required');
  return {
    allowed: setOf([...new Set([...required, ...sets('allowed')])].join('')) || PRINTABLE,
    required: required.map((characters) => ({ characters, min: 1 })),
    minLength: extreme(numbers('minlength'), (a, b) => a > b),
    maxLength: extreme(numbers('maxlength'), (a, b) => a < b),
    maxConsecutive: extreme(numbers('max-consecutive'), (a, b) => a < b),
    errors: reader.errors,
  };
}

const valuesOf = (properties: readonly Property[], name: string) =>
  properties.filter((property) => property.name === name).map(({ value }) => value);

/** The number that is before all others by `isBefore`; nothing if there is none. */
const extreme = (numbers: readonly number[], isBefore: (a: number, b: number) => boolean) =>
  numbers.reduce<number | undefined>(
    (best, n) => (best === undefined || isBefore(n, best) ? n : best),
    undefined,
  );

/** The rules of the text; nothing if it goes on where a rule should have ended. */
function propertiesOf(reader: RulesReader): Property[] | undefined {
  const properties: Property[] = [];
  reader.skipSpace();
  while (!reader.atEnd) {
    const name = reader.name();
    if (!name) {
      // An empty rule ends the reading, but what was read before it holds.
      reader.fail('unknown_name');
      break;
    }
    const value = propertyValue(name, reader);
    if (value !== undefined && value !== 0) properties.push({ name, value });
    reader.skipSpace();
    if (reader.atEnd) break;
    if (!reader.take(';')) {
      reader.fail('stray_text');
      return undefined;
    }
    reader.skipSpace();
  }
  return properties;
}

const NUMBERS = ['minlength', 'maxlength', 'max-consecutive'];
const SETS = ['required', 'allowed'];

/** The value after a name, which has been read. Nothing if it cannot be read; the reader then stands where it failed. */
function propertyValue(name: string, reader: RulesReader): string | number | undefined {
  if (!NUMBERS.includes(name) && !SETS.includes(name)) {
    reader.at -= name.length;
    return reader.fail('unknown_name');
  }
  if (!reader.take(':')) return reader.fail('no_colon');
  reader.skipSpace();
  if (reader.atEnd || reader.is(';')) return undefined;
  return SETS.includes(name) ? classesOf(reader) : numberOf(reader);
}

function numberOf(reader: RulesReader): number | undefined {
  const number = reader.digits();
  // A space after the number makes it none, as in the public parser.
  return number !== undefined && (reader.atEnd || reader.is(';')) ? number : reader.fail('not_a_number');
}

/** The characters of classes that are joined by commas. */
function classesOf(reader: RulesReader): string | undefined {
  let characters = '';
  for (;;) {
    const set = reader.is('[') ? customClass(reader) : namedClass(reader);
    if (set === undefined) return undefined;
    characters = characters ? setOf(characters + set) : set;
    reader.skipSpace();
    if (reader.atEnd || reader.is(';')) return characters;
    if (!reader.take(',')) return reader.fail('stray_text');
    reader.skipSpace();
  }
}

function namedClass(reader: RulesReader): string | undefined {
  const start = reader.at;
  const name = reader.name().toLowerCase();
  if (!name) return reader.fail('no_value');
  if (Object.hasOwn(NAMED_SETS, name)) return NAMED_SETS[name];
  reader.at = start;
  return reader.fail('unknown_class');
}

/** `[...]`: a `-` counts only at the beginning, a `]` only at the end. */
function customClass(reader: RulesReader): string | undefined {
  const inside = reader.bracketed();
  if (inside === undefined) return reader.fail('unclosed_class');
  return setOf(inside.slice(0, 1) + inside.slice(1).replaceAll('-', ''));
}
