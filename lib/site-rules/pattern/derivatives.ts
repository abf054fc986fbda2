import { PRINTABLE } from '../characters.ts';
import type { Regex } from './regex-syntax.ts';

/**
 * A set of strings as a regular expression that also has intersection and complement. Equal expressions are
 * one object, so an expression has finitely many derivatives.
 */
export interface Term {
  readonly id: number;
  readonly type: 'none' | 'empty' | 'set' | 'chain' | 'any' | 'all' | 'not' | 'repeat';
  readonly characters: string;
  readonly of: readonly Term[];
  readonly min: number;
  readonly max: number;
  /** Whether the set holds the empty string. */
  readonly nullable: boolean;
}

/** The limits on terms and derivations. A pattern with more was made to take time. */
const MAX_TERMS = 5000;
const MAX_DERIVATIONS = 20_000;

/** The error for a pattern that would take too long or has no DFA. */
export class TooComplex extends Error {}

/**
 * Expressions and their derivatives, that is, what may follow after a character (J. A. Brzozowski,
 * Derivatives of Regular Expressions, 1964). A look-ahead is an intersection with the rest of the expression.
 */
export class Terms {
  readonly #terms = new Map<string, Term>();
  readonly #derived = new Map<number, Term>();
  #derivations = 0;
  readonly none = this.#term('none', false);
  readonly empty = this.#term('empty', true);
  readonly everything = this.#term('repeat', true, '', [this.set(PRINTABLE)], 0, Infinity);

  set(characters: string): Term {
    return characters ? this.#term('set', false, characters) : this.none;
  }

  chain(first: Term, then: Term): Term {
    if (first === this.none || then === this.none) return this.none;
    if (first === this.empty) return then;
    if (then === this.empty) return first;
    return this.#term('chain', first.nullable && then.nullable, '', [first, then]);
  }

  any(terms: readonly Term[]): Term {
    const options = this.#joined('any', terms, this.none);
    if (options.includes(this.everything)) return this.everything;
    return this.#several(
      'any',
      options,
      this.none,
      options.some(({ nullable }) => nullable),
    );
  }

  all(terms: readonly Term[]): Term {
    const parts = this.#joined('all', terms, this.everything);
    if (parts.includes(this.none)) return this.none;
    return this.#several(
      'all',
      parts,
      this.everything,
      parts.every(({ nullable }) => nullable),
    );
  }

  not(term: Term): Term {
    if (term === this.none) return this.everything;
    if (term === this.everything) return this.none;
    return term.type === 'not' ? (term.of[0] as Term) : this.#term('not', !term.nullable, '', [term]);
  }

  repeat(term: Term, min: number, max: number): Term {
    if (max === 0 || term === this.empty) return this.empty;
    if (term === this.none) return min ? this.none : this.empty;
    if (min === 1 && max === 1) return term;
    // A nullable term may be left out any number of times.
    const atLeast = term.nullable ? 0 : min;
    return this.#term('repeat', !atLeast, '', [term], atLeast, max);
  }

  /** The strings that give a string of `term` when the character precedes them. */
  derive(term: Term, character: string): Term {
    const key = term.id * 128 + character.charCodeAt(0);
    let derived = this.#derived.get(key);
    if (!derived) {
      if (++this.#derivations > MAX_DERIVATIONS) throw new TooComplex();
      derived = this.#derivative(term, character);
      this.#derived.set(key, derived);
    }
    return derived;
  }

  #derivative(term: Term, character: string): Term {
    const { type, of, min, max } = term;
    const [first, then] = of as readonly [Term, Term];
    const after = (each: Term) => this.derive(each, character);
    if (type === 'set') return term.characters.includes(character) ? this.empty : this.none;
    if (type === 'any') return this.any(of.map(after));
    if (type === 'all') return this.all(of.map(after));
    if (type === 'not') return this.not(after(first));
    if (type === 'repeat') return this.chain(after(first), this.repeat(first, Math.max(0, min - 1), max - 1));
    if (type !== 'chain') return this.none;
    const taken = this.chain(after(first), then);
    return first.nullable ? this.any([taken, after(then)]) : taken;
  }

  #joined(type: Term['type'], terms: readonly Term[], neutral: Term): Term[] {
    const all = terms.flatMap((term) => (term.type === type ? term.of : [term]));
    return [...new Set(all)].filter((term) => term !== neutral).sort((a, b) => a.id - b.id);
  }

  #several(type: 'any' | 'all', of: readonly Term[], neutral: Term, nullable: boolean): Term {
    const [only] = of;
    return of.length > 1 ? this.#term(type, nullable, '', of) : (only ?? neutral);
  }

  #term(
    type: Term['type'],
    nullable: boolean,
    characters = '',
    of: readonly Term[] = [],
    min = 0,
    max = 0,
  ): Term {
    const key = [type, min, max, characters, ...of.map(({ id }) => id)].join(' ');
    let term = this.#terms.get(key);
    if (!term) {
      term = { id: this.#terms.size, type, characters, of, min, max, nullable };
      if (term.id > MAX_TERMS) throw new TooComplex();
      this.#terms.set(key, term);
    }
    return term;
  }
}

/** Whether a node holds a look-ahead or an anchor, so that its meaning depends on its surroundings. */
function hasAssertion(node: Regex): boolean {
  if (node.type === 'sequence') return node.parts.some(hasAssertion);
  if (node.type === 'choice') return node.options.some(hasAssertion);
  return node.type === 'repeat' ? hasAssertion(node.of) : node.type !== 'set';
}

const isAssertion = ({ type }: Regex) => type === 'lookahead' || type === 'start' || type === 'end';

/**
 * The strings that the node matches, followed by those of `then`. `first` is true if nothing precedes the
 * node.
 */
export function termOf(node: Regex, then: Term, terms: Terms, first = true): Term {
  switch (node.type) {
    case 'set':
      return terms.chain(terms.set(node.characters), then);
    case 'choice':
      return terms.any(node.options.map((option) => termOf(option, then, terms, first)));
    case 'start':
      return first ? then : terms.none;
    case 'end':
      return terms.all([terms.empty, then]);
    case 'lookahead': {
      const ahead = termOf(node.of, terms.everything, terms, first);
      return terms.all([node.negative ? terms.not(ahead) : ahead, then]);
    }
    case 'repeat':
      if (hasAssertion(node.of)) throw new TooComplex();
      return terms.chain(terms.repeat(termOf(node.of, terms.empty, terms), node.min, node.max), then);
    case 'sequence': {
      const taking = node.parts.findIndex((part) => !isAssertion(part));
      const isFirst = (i: number) => first && (taking < 0 || i <= taking);
      return node.parts.reduceRight((after, part, i) => termOf(part, after, terms, isFirst(i)), then);
    }
  }
}
