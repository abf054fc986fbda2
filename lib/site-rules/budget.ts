/** The two things that work is counted in. */
export interface Work {
  /** Characters that a reader goes over, once for each time. */
  readonly characters: number;
  /** States of automata, once for each group of characters and each length that is counted. */
  readonly states: number;
}

/**
 * What reading all sources of one page may cost in sum. Ordinary pages take a hundredth of it, and the most
 * demanding ones in use a quarter.
 */
export const PAGE_WORK: Work = { characters: 40_000, states: 2 ** 19 };

/** What making one password within a rule may cost, which the popup does in one go. */
export const FIT_WORK: Work = { characters: 0, states: 2 ** 19 };

/** Work that several readers share. It is counted and not timed, so that all computers read the same. */
export class Budget {
  readonly #limit: Work;
  readonly #whole: Budget | undefined;
  readonly #spent = { characters: 0, states: 0 };

  constructor(limit: Work = PAGE_WORK, whole?: Budget) {
    this.#limit = limit;
    this.#whole = whole;
  }

  /** What has been spent so far. */
  get spent(): Work {
    return { ...this.#spent };
  }

  /** Whether so much is left, and spends it. If it is not, nothing is left from then on. */
  spend(kind: keyof Work, amount: number): boolean {
    const left = this.#limit[kind] - this.#spent[kind];
    const isLeft = amount <= left && (this.#whole?.spend(kind, amount) ?? true);
    this.#spent[kind] += isLeft ? amount : left;
    return isLeft;
  }

  /** A budget of so great a part of this one, which it also spends. So one reader leaves work for others. */
  share(part: number): Budget {
    const { characters, states } = this.#limit;
    return new Budget({ characters: characters * part, states: states * part }, this);
  }
}
