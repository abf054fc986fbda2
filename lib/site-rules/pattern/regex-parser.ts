import { PRINTABLE } from '../characters.ts';
import { classCharacters, escapeAt } from './regex-classes.ts';
import { choice, type Regex, sequence } from './regex-syntax.ts';

/** The deepest nesting of groups. People don't write deeper ones by hand. */
const MAX_DEPTH = 40;

/** The error for a pattern that is not understood. It never leaves this file. */
class NotUnderstood extends Error {}

/**
 * Parses a regular expression; undefined if it has back references, look-behinds or word boundaries, or is
 * invalid. Of several quantifiers in a row (`.*{8,20}`) the last one holds. It takes time proportional to the
 * length.
 */
export function parseRegex(source: string): Regex | undefined {
  try {
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
  /** Whether the parser is inside a negative look-ahead. */
  #negative = false;
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  get atEnd(): boolean {
    return this.#at === this.#source.length;
  }

  choice(): Regex {
    const options = [this.#sequence()];
    while (this.#take('|')) options.push(this.#sequence());
    return choice(options);
  }

  #sequence(): Regex {
    const parts: Regex[] = [];
    while (!this.atEnd && !/[|)]/.test(this.#source[this.#at] as string))
      parts.push(this.#quantified(this.#atom()));
    return sequence(parts);
  }

  #atom(): Regex {
    if (this.#take('(?:')) return this.#group();
    if (this.#take('(?=')) return { type: 'lookahead', of: this.#group(), negative: false };
    if (this.#take('(?!')) return this.#negativeLookahead();
    if (this.#match(/\(\?<[A-Za-z]\w*>/y)) return this.#group();
    if (this.#take('(?')) throw new NotUnderstood();
    if (this.#take('(')) return this.#group();
    if (this.#take('^')) return { type: 'start' };
    if (this.#take('$')) return { type: 'end' };
    return { type: 'set', characters: this.#characters() };
  }

  #group(): Regex {
    if (++this.#depth > MAX_DEPTH) throw new NotUnderstood();
    const regex = this.choice();
    if (!this.#take(')')) throw new NotUnderstood();
    this.#depth--;
    return regex;
  }

  #negativeLookahead(): Regex {
    const outer = this.#negative;
    this.#negative = !outer;
    const of = this.#group();
    this.#negative = outer;
    return { type: 'lookahead', of, negative: true };
  }

  #characters(): string {
    if (this.#take('.')) return PRINTABLE;
    const bracketed = this.#match(/\[(?:[^\]\\]|\\.)*\]/sy);
    if (bracketed) return known(classCharacters(bracketed.slice(1, -1), this.#negative));
    const rest = this.#source.slice(this.#at, this.#at + 50);
    const { characters, length } = known(
      rest[0] === '\\' ? escapeAt(rest) : { characters: rest[0] as string, length: 1 },
    );
    // This is a quantifier with nothing before it, or a bracket that is never closed.
    if (length === 1 && '*+?['.includes(characters)) throw new NotUnderstood();
    this.#at += length;
    return characters;
  }

  #quantified(of: Regex): Regex {
    let regex = of;
    for (;;) {
      const [min, max] = this.#quantifier() ?? [];
      if (min === undefined || max === undefined) return regex;
      if (of.type === 'lookahead' || min > max) throw new NotUnderstood();
      regex = { type: 'repeat', of, min, max };
    }
  }

  #quantifier(): readonly [number, number] | undefined {
    const [, sign, min, comma, max] =
      /^(?:([*+?])|\{(\d{1,6})(,?)(\d{0,6})\})\??/.exec(
        this.#match(/(?:[*+?]|\{\d{1,6}(?:,\d{0,6})?\})\??/y),
      ) ?? [];
    if (sign) return [sign === '+' ? 1 : 0, sign === '?' ? 1 : Infinity];
    if (min === undefined) return undefined;
    return [Number(min), comma ? (max ? Number(max) : Infinity) : Number(min)];
  }

  #take(text: string): boolean {
    const isNext = this.#source.startsWith(text, this.#at);
    if (isNext) this.#at += text.length;
    return isNext;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new NotUnderstood();
  return value;
}
