import type { Term, Terms } from './terms.ts';

/** What precedes a position: for each look-behind, what its text still lacks. */
export interface Past {
  readonly id: number;
  readonly terms: readonly Term[];
}

/** What may follow at a position, and what precedes it. */
export interface State {
  readonly term: Term;
  readonly past: Past;
}

/** What a derivation costs, in terms that are gone over. */
const DERIVATION = 4;

/**
 * The derivatives of expressions, that is, what may follow after a character (J. A. Brzozowski, Derivatives
 * of Regular Expressions, 1964). A look-ahead is an intersection with the rest of the expression. A
 * look-behind is one that holds all strings or none, by what precedes.
 */
export class Derivatives {
  readonly #terms: Terms;
  readonly #derived = new Map<string, Term>();
  readonly #accepted = new Map<string, boolean>();
  readonly #pasts = new Map<string, Past>();

  constructor(terms: Terms) {
    this.#terms = terms;
  }

  /** What precedes the first character. */
  get start(): Past {
    return this.#past(this.#terms.texts);
  }

  /** The state after a character. */
  after(character: string, { term, past }: State): State {
    const after = (each: Term) => this.#derive(each, character, past);
    this.#terms.spend(1 + past.terms.length);
    return { term: after(term), past: this.#past(past.terms.map(after)) };
  }

  /** Whether an expression holds the empty string. */
  isNullable(term: Term, past: Past): boolean {
    if (term.nullable !== undefined) return term.nullable;
    const key = keyOf(term, past);
    let accepted = this.#accepted.get(key);
    if (accepted === undefined) {
      this.#terms.spend(DERIVATION);
      accepted = this.#isAccepted(term, past);
      this.#accepted.set(key, accepted);
    }
    return accepted;
  }

  /** The strings that give a string of `term` when the character precedes them. */
  #derive(term: Term, character: string, past: Past): Term {
    const key = keyOf(term, past) + character;
    let derived = this.#derived.get(key);
    if (!derived) {
      this.#terms.spend(DERIVATION);
      derived = this.#derivative(term, character, past);
      this.#derived.set(key, derived);
    }
    return derived;
  }

  #isAccepted(term: Term, past: Past): boolean {
    const holds = (each: Term) => this.isNullable(each, past);
    if (term.type === 'behind') return holds(past.terms[term.min] as Term);
    if (term.type === 'loop') return holds(this.#terms.standsFor(term));
    if (term.type === 'not') return !term.of.some(holds);
    return term.type === 'any' ? term.of.some(holds) : term.of.every(holds);
  }

  #derivative(term: Term, character: string, past: Past): Term {
    const terms = this.#terms;
    const { type, of, min, max } = term;
    const [first, then] = of as readonly [Term, Term];
    const after = (each: Term) => this.#derive(each, character, past);
    if (type === 'set') return term.characters.includes(character) ? terms.empty : terms.none;
    if (type === 'any') return terms.any(of.map(after));
    if (type === 'all') return terms.all(of.map(after));
    if (type === 'not') return terms.not(after(first));
    if (type === 'repeat')
      return terms.chain(after(first), terms.repeat(first, Math.max(0, min - 1), max - 1));
    if (type === 'behind') return this.#isAccepted(term, past) ? terms.everything : terms.none;
    if (type === 'loop') return after(terms.standsFor(term));
    if (type !== 'chain') return terms.none;
    const taken = terms.chain(after(first), then);
    return first.nullable ? terms.any([taken, after(then)]) : taken;
  }

  #past(terms: readonly Term[]): Past {
    const key = terms.map(({ id }) => id).join();
    const past = this.#pasts.get(key) ?? { id: this.#pasts.size, terms };
    this.#pasts.set(key, past);
    return past;
  }
}

/** States with the same key accept the same. What precedes matters only to what looks behind. */
export const keyOf = ({ id, looksBehind }: Term, past: Past): string =>
  `${id} ${looksBehind ? past.id : ''} `;
