import type { Budget } from '../budget.ts';
import { PRINTABLE } from '../characters.ts';

/**
 * A set of strings as a regular expression that also has intersection and complement. Equal expressions are
 * one object, so an expression has finitely many derivatives.
 */
export interface Term {
  readonly id: number;
  readonly type: 'none' | 'empty' | 'set' | 'chain' | 'any' | 'all' | 'not' | 'repeat' | 'behind' | 'loop';
  readonly characters: string;
  readonly of: readonly Term[];
  readonly min: number;
  readonly max: number;
  /** Whether the set holds the empty string; undefined if that depends on what precedes. */
  readonly nullable: boolean | undefined;
  /** Whether a loop is anywhere inside. */
  readonly hasLoop: boolean;
  /** Whether it may depend on what precedes. */
  readonly looksBehind: boolean;
}

/** The most terms. A pattern with more was made to take memory. */
const MAX_TERMS = 5000;

/** What going over a term costs, in states that are counted. */
const TERM = 1 / 4;

/** The error for a pattern that would take too long or has no DFA. */
export class TooComplex extends Error {}

/** What all of several answers are together. An unknown one is undefined. */
const every = (answers: readonly (boolean | undefined)[]) =>
  answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;

const opposite = (answer: boolean | undefined) => (answer === undefined ? undefined : !answer);

/** Makes expressions, the same object for the same expression. */
export class Terms {
  readonly #budget: Budget;
  readonly #terms = new Map<string, Term>();
  readonly #expansions = new Map<Term, () => Term>();
  readonly #expanded = new Map<Term, Term>();
  readonly #behind: Term[] = [];
  readonly none = this.#term('none', false);
  readonly empty = this.#term('empty', true);
  readonly everything = this.#term('repeat', true, '', [this.set(PRINTABLE)], 0, Infinity);

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** Counts the terms that are gone over. Throws if they are too many. */
  spend(terms: number): void {
    if (!this.#budget.spend('states', terms * TERM)) throw new TooComplex();
  }

  set(characters: string): Term {
    return characters ? this.#term('set', false, characters) : this.none;
  }

  chain(first: Term, then: Term): Term {
    if (first === this.none || then === this.none) return this.none;
    if (first === this.empty) return then;
    if (then === this.empty) return first;
    return this.#term('chain', every([first.nullable, then.nullable]), '', [first, then]);
  }

  any(terms: readonly Term[]): Term {
    const options = this.#joined('any', terms, this.none);
    if (options.includes(this.everything)) return this.everything;
    const nullable = opposite(every(options.map((option) => opposite(option.nullable))));
    return this.#several('any', options, this.none, nullable);
  }

  all(terms: readonly Term[]): Term {
    const parts = this.#joined('all', terms, this.everything);
    if (parts.includes(this.none)) return this.none;
    // What loops add is kept flat, because it would otherwise be nested deeper with each character.
    const choice = parts.find(({ type, hasLoop }) => type === 'any' && hasLoop);
    const others = parts.filter((part) => part !== choice);
    if (choice && others.length) return this.any(choice.of.map((option) => this.all([...others, option])));
    return this.#several('all', parts, this.everything, every(parts.map(({ nullable }) => nullable)));
  }

  not(term: Term): Term {
    if (term === this.none) return this.everything;
    if (term === this.everything) return this.none;
    return term.type === 'not'
      ? (term.of[0] as Term)
      : this.#term('not', opposite(term.nullable), '', [term]);
  }

  repeat(term: Term, min: number, max: number): Term {
    if (max === 0 || term === this.empty) return this.empty;
    if (term === this.none) return min ? this.none : this.empty;
    if (min === 1 && max === 1) return term;
    // A nullable term may be left out any number of times.
    const atLeast = term.nullable ? 0 : min;
    return this.#term('repeat', !atLeast, '', [term], atLeast, max);
  }

  /** An expression that holds itself, by what it stands for. `key` tells it from other loops. */
  loop(key: string, expand: () => Term): Term {
    const loop = this.#term('loop', undefined, key);
    this.#expansions.set(loop, expand);
    return loop;
  }

  /** All strings if what precedes the position is one of `term`, otherwise none. */
  behind(term: Term): Term {
    const at = this.#behind.indexOf(term);
    return this.#term('behind', undefined, '', [], at < 0 ? this.#behind.push(term) - 1 : at);
  }

  /** The texts of all look-behinds. */
  get texts(): readonly Term[] {
    return this.#behind;
  }

  /** What a loop stands for. */
  standsFor(loop: Term): Term {
    const term = this.#expanded.get(loop) ?? (this.#expansions.get(loop) as () => Term)();
    this.#expanded.set(loop, term);
    return term;
  }

  #joined(type: Term['type'], terms: readonly Term[], neutral: Term): Term[] {
    const all = terms.flatMap((term) => (term.type === type ? term.of : [term]));
    this.spend(all.length);
    return [...new Set(all)].filter((term) => term !== neutral).sort((a, b) => a.id - b.id);
  }

  #several(type: 'any' | 'all', of: readonly Term[], neutral: Term, nullable: boolean | undefined): Term {
    const [only] = of;
    return of.length > 1 ? this.#term(type, nullable, '', of) : (only ?? neutral);
  }

  #term(
    type: Term['type'],
    nullable: boolean | undefined,
    characters = '',
    of: readonly Term[] = [],
    min = 0,
    max = 0,
  ): Term {
    const key = [type, min, max, characters, ...of.map(({ id }) => id)].join(' ');
    let term = this.#terms.get(key);
    if (!term) {
      const isLoop = type === 'loop';
      const hasLoop = isLoop || of.some((each) => each.hasLoop);
      const looksBehind = isLoop || type === 'behind' || of.some((each) => each.looksBehind);
      term = { id: this.#terms.size, type, characters, of, min, max, nullable, hasLoop, looksBehind };
      if (term.id > MAX_TERMS) throw new TooComplex();
      this.#terms.set(key, term);
    }
    return term;
  }
}
