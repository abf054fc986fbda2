import { printable } from '../characters.ts';
import { ANYTHING, inside, isAssertion, nodesOf, type Regex, sequence } from './regex-syntax.ts';
import type { Term, Terms } from './terms.ts';

/** The characters that `\b` tells from others. */
export const WORD: Regex = { type: 'set', characters: printable((c) => /\w/.test(c)) };

/** What comes after a node that has taken some characters, and after one that has taken none. */
interface Next {
  readonly some: Term;
  readonly none: Term;
}

const either = (term: Term): Next => ({ some: term, none: term });

/** Turns the syntax tree of a pattern without groups and back references into an expression. */
export class TermBuilder {
  readonly #terms: Terms;
  readonly #numbers = new Map<Regex, number>();
  readonly #behind = new Map<Regex, Term>();

  constructor(terms: Terms) {
    this.#terms = terms;
  }

  /** The strings that a whole pattern matches. */
  pattern(regex: Regex): Term {
    // Loops are built later, when it is too late for a new look-behind. The inner ones come first.
    for (const node of nodesOf(regex).reverse()) {
      this.#numbers.set(node, this.#numbers.size);
      const before = textBefore(node);
      if (before) this.#behind.set(node, this.#terms.behind(this.#build(before, either(this.#terms.empty))));
    }
    return this.#build(regex, either(this.#terms.empty));
  }

  /** The strings that the node matches, followed by those that come next. */
  #build(node: Regex, next: Next): Term {
    const terms = this.#terms;
    switch (node.type) {
      case 'set':
        return terms.chain(terms.set(node.characters), next.some);
      case 'choice':
        return terms.any(node.options.map((option) => this.#build(option, next)));
      case 'sequence':
        return this.#sequence(node.parts, next);
      case 'repeat':
        return this.#repeat(node, next);
      default:
        return terms.all([this.#assertion(node), next.none]);
    }
  }

  #sequence(parts: readonly Regex[], next: Next): Term {
    return parts.reduceRight(({ some, none }, part) => {
      const after = this.#build(part, either(some));
      return { some: after, none: some === none ? after : this.#build(part, { some, none }) };
    }, next).none;
  }

  /** The rest of the string where an assertion holds. */
  #assertion(node: Regex): Term {
    const terms = this.#terms;
    const isIf = (term: Term) => ('negative' in node && node.negative ? terms.not(term) : term);
    if (node.type === 'end') return terms.empty;
    if (node.type === 'lookahead') return isIf(this.#build(node.of, either(terms.everything)));
    const behind = this.#behind.get(node) as Term;
    if (node.type !== 'boundary') return isIf(behind);
    const ahead = this.#build(WORD, either(terms.everything));
    return isIf(terms.any([terms.all([behind, terms.not(ahead)]), terms.all([terms.not(behind), ahead])]));
  }

  #repeat(node: Regex & { type: 'repeat' }, next: Next): Term {
    const terms = this.#terms;
    if (hasAssertion(node.of)) return this.#loop(node, node.min, node.max, next);
    const repeat = terms.repeat(this.#build(node.of, either(terms.empty)), node.min, node.max);
    if (next.some === next.none || !repeat.nullable) return terms.chain(repeat, next.some);
    return terms.any([terms.chain(terms.all([repeat, terms.not(terms.empty)]), next.some), next.none]);
  }

  /** A repeat whose meaning depends on what surrounds each turn. No turn beyond the least may be empty. */
  #loop(node: Regex & { type: 'repeat' }, min: number, max: number, next: Next): Term {
    const terms = this.#terms;
    if (max === 0) return next.none;
    const key = [this.#numbers.get(node), min, max, next.some.id, next.none.id].join();
    const again = (after: Next) => this.#loop(node, Math.max(0, min - 1), max - 1, after);
    return terms.loop(key, () => {
      const some = again(either(next.some));
      if (min > 0) return this.#build(node.of, { some, none: again(next) });
      return terms.any([next.none, this.#build(node.of, { some, none: terms.none })]);
    });
  }
}

/** What must precede where a node holds, from the first character on; undefined if it does not look there. */
function textBefore(node: Regex): Regex | undefined {
  if (node.type === 'start') return sequence([]);
  if (node.type === 'boundary') return sequence([ANYTHING, WORD]);
  return node.type === 'lookbehind' ? sequence([ANYTHING, node.of]) : undefined;
}

/** Whether a node's meaning depends on its surroundings. */
const hasAssertion = (node: Regex): boolean => isAssertion(node) || inside(node).some(hasAssertion);
