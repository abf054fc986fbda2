import { PRINTABLE } from '../characters.ts';
import { charactersOf, escapeAt } from './regex-atoms.ts';
import { classCharacters, classNode } from './regex-classes.ts';
import { choice, isAssertion, type Regex, sequence } from './regex-syntax.ts';

/** The deepest nesting of groups. People don't write deeper ones by hand. */
const MAX_DEPTH = 40;

/** The beginning of a group: a look-ahead, a look-behind, a name, or modifiers. */
const OPENING = /\((?:\?(?:([=!])|<([=!])|<([^>]+)>|([ims]*)(?:-([ims]*))?:))?/y;

const QUANTIFIER = /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/y;

/** The error for a pattern that is not understood. It never leaves this file. */
class NotUnderstood extends Error {}

/** Whether browsers compile a field's pattern. They ignore one that they do not. */
export function isCompiled(pattern: string): boolean {
  try {
    return Boolean(new RegExp(pattern, 'v'));
  } catch {
    return false;
  }
}

/**
 * Parses a pattern as browsers do, with flag `v`; undefined if it is nested too deeply. A pattern that they
 * ignore is read as its author intended, if possible: of several quantifiers in a row (`.*{8,20}`) the last
 * one holds. It takes time proportional to the length.
 */
export function parseRegex(source: string): Regex | undefined {
  try {
    // As `[a-z&&[^aeiou]]` in Java. Without the flag, the class would end before the second bracket.
    if (/&&\[/.test(source) && !isCompiled(source)) return undefined;
    const parser = new RegexParser(source);
    const regex = parser.choice();
    return parser.atEnd ? regex : undefined;
  } catch {
    return undefined;
  }
}

class RegexParser {
  #at = 0;
  #depth = 0;
  #groups = 0;
  #ignoresCase = false;
  /** Whether the parser is inside a negative look-ahead or look-behind. */
  #negative = false;
  readonly #source: string;
  readonly #isCompiled: boolean;
  readonly #hasReferences: boolean;

  constructor(source: string) {
    this.#source = source;
    this.#isCompiled = isCompiled(source);
    this.#hasReferences = /\\[1-9k]/.test(source);
  }

  get atEnd(): boolean {
    return this.#at === this.#source.length;
  }

  choice(): Regex {
    const options = [this.#sequence()];
    while (this.#match(/\|/y)) options.push(this.#sequence());
    return choice(options);
  }

  #sequence(): Regex {
    const parts: Regex[] = [];
    while (!this.atEnd && !/[|)]/.test(this.#source[this.#at] as string))
      parts.push(this.#quantified(this.#atom()));
    return sequence(parts);
  }

  #atom(): Regex {
    const opening = this.#match(OPENING);
    if (opening) return this.#group(opening);
    if (this.#match(/\^/y)) return { type: 'start' };
    if (this.#match(/\$/y)) return { type: 'end' };
    const [, boundary] = this.#match(/\\(b)/iy) ?? [];
    if (boundary) return { type: 'boundary', negative: boundary === 'B' };
    const [, number, name] = this.#match(/\\(?:([1-9]\d*)|k<([^>]+)>)/y) ?? [];
    const to = number ?? name;
    return to ? { type: 'reference', to, ignoresCase: this.#ignoresCase } : this.#class();
  }

  #group([, ahead, behind, name, on, off]: RegExpExecArray): Regex {
    if (ahead ?? behind)
      return this.#lookaround(ahead ? 'lookahead' : 'lookbehind', (ahead ?? behind) === '!');
    if (on !== undefined)
      return this.#modified(on.includes('i') || (!off?.includes('i') && this.#ignoresCase));
    const number = ++this.#groups;
    const of = this.#inside();
    return this.#hasReferences ? { type: 'group', number, name, of } : of;
  }

  #inside(): Regex {
    if (++this.#depth > MAX_DEPTH) throw new NotUnderstood();
    const regex = this.choice();
    if (!this.#match(/\)/y)) throw new NotUnderstood();
    this.#depth--;
    return regex;
  }

  #lookaround(type: 'lookahead' | 'lookbehind', negative: boolean): Regex {
    const outer = this.#negative;
    this.#negative = outer !== negative;
    const of = this.#inside();
    this.#negative = outer;
    return { type, of, negative };
  }

  #modified(ignoresCase: boolean): Regex {
    const outer = this.#ignoresCase;
    this.#ignoresCase = ignoresCase;
    const of = this.#inside();
    this.#ignoresCase = outer;
    return of;
  }

  #class(): Regex {
    if (this.#match(/\./y)) return { type: 'set', characters: PRINTABLE };
    const [nested] = this.#isCompiled ? this.#nested() : [];
    if (nested) return classNode(nested, this.#negative, this.#ignoresCase);
    const [, bracketed] = this.#match(/\[((?:[^\]\\]|\\.)*)\]/sy) ?? [];
    if (bracketed !== undefined)
      return { type: 'set', characters: classCharacters(bracketed, this.#negative) };
    return { type: 'set', characters: this.#character() };
  }

  /** A class of a valid pattern, in which classes may stand. */
  #nested(): string[] {
    if (this.#source[this.#at] !== '[') return [];
    const from = this.#at;
    let depth = 0;
    do {
      const [found] = this.#match(/\\?./suy) as RegExpExecArray;
      depth += found === '[' ? 1 : found === ']' ? -1 : 0;
    } while (depth > 0);
    return [this.#source.slice(from, this.#at)];
  }

  #character(): string {
    const character = String.fromCodePoint(this.#source.codePointAt(this.#at) as number);
    if (character === '\\') {
      const { characters, length } = escapeAt(this.#source, this.#at, this.#ignoresCase);
      this.#at += length;
      return characters;
    }
    // This is a quantifier with nothing before it, or a bracket that is never closed.
    if ('*+?['.includes(character)) throw new NotUnderstood();
    this.#at += character.length;
    return this.#ignoresCase ? charactersOf(character, true) : character;
  }

  #quantified(of: Regex): Regex {
    let regex = of;
    for (;;) {
      const found = this.#match(QUANTIFIER);
      if (!found) return regex;
      const [, sign, least, comma, most] = found;
      const min = sign ? Number(sign === '+') : Number(least);
      const max = sign ? (sign === '?' ? 1 : Infinity) : comma ? Number(most || Infinity) : min;
      if ((isAssertion(of) && !this.#isCompiled) || min > max) throw new NotUnderstood();
      regex = { type: 'repeat', of, min, max };
    }
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source);
    this.#at += found?.[0].length ?? 0;
    return found;
  }
}
