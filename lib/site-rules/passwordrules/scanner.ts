import type { RulesError } from '../rule.ts';

/** The most errors that are kept, because a hostile text could have one for each character. */
const MAX_ERRORS = 20;

/** A scanner over a rules text. */
export class RulesScanner {
  at = 0;
  readonly errors: RulesError[] = [];
  readonly skipsFaulty: boolean;
  readonly #text: string;

  constructor(text: string, faulty?: 'skips faulty rules') {
    this.#text = text;
    this.skipsFaulty = faulty !== undefined;
  }

  get atEnd(): boolean {
    return this.at >= this.#text.length;
  }

  is(character: string): boolean {
    return this.#text[this.at] === character;
  }

  /** Skips a character if it comes next; true if it did. */
  take(character: string): boolean {
    const isNext = this.is(character);
    if (isNext) this.at++;
    return isNext;
  }

  skipSpace(): void {
    this.#match(/[ \f\n\r\t]*/y);
  }

  /** Reads letters and hyphens; empty if there are none. */
  name(): string {
    const name = this.#match(/[A-Za-z-]*/y);
    return this.skipsFaulty ? name.toLowerCase() : name;
  }

  /** Reads a number without a sign; undefined if there is none. */
  digits(): number | undefined {
    const digits = this.#match(/\d*/y);
    // It adds up digit by digit, as the public parser does for numbers beyond the precision of a double.
    return digits ? [...digits].reduce((number, digit) => 10 * number + Number(digit), 0) : undefined;
  }

  /** Reads up to the next semicolon. */
  rest(): string {
    return this.#match(/[^;]*/y);
  }

  /**
   * Reads from `[`, which comes next, to the first `]`, or to the second of two in a row. Gives the text
   * between.
   */
  bracketed(): string | undefined {
    const first = this.#text.indexOf(']', this.at);
    if (first < 0) return undefined;
    const end = this.#text[first + 1] === ']' ? first + 1 : first;
    const inside = this.#text.slice(this.at + 1, end);
    this.at = end + 1;
    return inside;
  }

  /** Records an error at this position. */
  fail(code: RulesError['code']): undefined {
    if (this.errors.length < MAX_ERRORS) this.errors.push({ code, at: this.at });
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    // All these patterns match the empty string too.
    const [found] = pattern.exec(this.#text) as RegExpExecArray;
    this.at += found.length;
    return found;
  }
}
