import { anyLength, sixteen, twenty } from './kernels.ts';
import type { Group, Machine } from './machine.ts';
import { brokenSource, MAX_DRAWS, type Pool } from './random.ts';

/** Largest alphabet of which a 32-bit word gives four characters: above, too many words would be drawn anew. */
const MAX_ALPHABET = 128;
/** A pair holds its two characters in its low two bytes, and the classes of both in the other two. */
const MAX_CLASSES = 16;

/** A policy as the kernels need it. */
export interface Pairs {
  readonly table: Uint32Array;
  /** The classes of each character, as pairs have them, by its code. */
  readonly classes: Int32Array;
  /** The classes that a password must have, where the pairs have them. */
  readonly needed: number;
  /** A word whose last fraction is below this is drawn anew: 2^32 mod the number of quadruples. */
  readonly least: number;
}

/**
 * Draws passwords of one length as whole strings until one is admissible, four characters from each 32-bit word.
 * Only for policies that admit at least a tenth of the strings, over alphabets of up to 128 one-byte characters, and
 * for lengths that the pool holds. Otherwise there is no such sampler.
 */
export function byWords(machine: Machine, length: number, pool: Pool): (() => string) | undefined {
  const pairs = length > pool.bytes.length ? undefined : pairsOf(machine);
  if (!pairs) return undefined;
  const next =
    length === 16
      ? sixteen(pairs, pool)
      : length === 20
        ? twenty(pairs, pool)
        : anyLength(length, pairs, pool);
  return isSimple(machine) ? next : admitted(machine, next);
}

/** Whether one bit for each class tells it all: one letter meets it, and nothing else is asked. */
function isSimple({ groups, states, maxRun, maxLength }: Machine): boolean {
  const all = states - 1;
  const once = groups.every(
    ({ first, last, next }) => first && last && next[next[all] as number] === next[all],
  );
  return once && states <= 2 ** MAX_CLASSES && maxRun === maxLength;
}

function pairsOf(machine: Machine): Pairs | undefined {
  const all = isSimple(machine) ? machine.states - 1 : 0;
  const letters = machine.groups.flatMap(({ letters: alike, next }) =>
    alike.map((letter) => ({
      code: letter.codePointAt(0) as number,
      met: (all && all - (next[all] as number)) << 16,
    })),
  );
  if (letters.length > MAX_ALPHABET || letters.some(({ code }) => code > 255)) return undefined;
  const table = Uint32Array.from(
    letters.flatMap((a) => letters.map((b) => a.code | (b.code << 8) | a.met | b.met)),
  );
  const classes = new Int32Array(256);
  for (const { code, met } of letters) classes[code] = met;
  return { table, classes, needed: all << 16, least: 2 ** 32 % table.length ** 2 };
}

/** Draws on until the machine takes the string for a password. */
function admitted({ groups, states, maxRun }: Machine, next: () => string): () => string {
  const groupOf = new Map(groups.flatMap((group) => group.letters.map((letter) => [letter, group])));
  const admits = (password: string): boolean => {
    let state = states - 1;
    let run = 0;
    for (const [i, letter] of [...password].entries()) {
      const { first, last, next: after } = groupOf.get(letter) as Group;
      state = after[state] as number;
      run = letter === password[i - 1] ? run + 1 : 1;
      if (run > maxRun || (i === 0 && !first) || (i === password.length - 1 && !last)) return false;
    }
    return state === 0;
  };
  return () => {
    for (let draw = 0; draw < MAX_DRAWS; draw++) {
      const password = next();
      if (admits(password)) return password;
    }
    throw brokenSource();
  };
}
