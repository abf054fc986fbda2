import type { RulesError } from '../rule.ts';

/** Errors that are kept: a hostile text could have as many as it has characters. */
const MAX_ERRORS = 20;

/** A rules text and how far it has been read. */
export class RulesReader {
  at = 0;
  readonly errors: RulesError[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get atEnd(): boolean {
    return this.at >= this.#text.length;
  }

  is(character: string): boolean {
    return this.#text[this.at] === character;
  }

  /** Moves past a character if it comes next. */
  take(character: string): boolean {
    const comes = this.is(character);
    if (comes) this.at++;
    return comes;
  }

  skipSpace(): void {
    this.#match(/[ \f\n\r\t]*/y);
  }

  /** Letters and hyphens; empty if there is none. */
  name(): string {
    return this.#match(/[A-Za-z-]*/y);
  }

  /** A number without sign; nothing if there is none. */
  digits(): number | undefined {
    const digits = this.#match(/\d*/y);
    // Digit by digit, as the public parser adds up numbers beyond what a double holds.
    return digits ? [...digits].reduce((number, digit) => 10 * number + Number(digit), 0) : undefined;
  }

  /** What stands between `[`, which comes next, and the first `]`, or the second if two follow each other; past them. */
  bracketed(): string | undefined {
    const first = this.#text.indexOf(']', this.at);
    if (first < 0) return undefined;
    const end = this.#text[first + 1] === ']' ? first + 1 : first;
    const inside = this.#text.slice(this.at + 1, end);
    this.at = end + 1;
    return inside;
  }

  /** Keeps an error, at this place. */
  fail(code: RulesError['code']): undefined {
    if (this.errors.length < MAX_ERRORS) this.errors.push({ code, at: this.at });
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    // Each of the patterns matches the empty string, too.
    const [found] = pattern.exec(this.#text) as RegExpExecArray;
    this.at += found.length;
    return found;
  }
}
