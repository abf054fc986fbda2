import { anyLength, type Letters } from './any-length.ts';
import { sixteen, twenty } from './kernels.ts';
import type { Group, Machine } from './machine.ts';
import { brokenSource, MAX_DRAWS, type Pool } from './random.ts';

/** Largest alphabet of which a 32-bit word gives four characters: above, too many words would be drawn anew. */
const MAX_ALPHABET = 128;
/** Bits that are left for classes beside the codes of two characters. */
const MAX_CLASSES = 16;

/**
 * Draws passwords of one length as whole strings until one is admissible, four characters from each 32-bit word.
 * Only for policies that admit at least a tenth of the strings, over alphabets of up to 128 one-byte characters, and
 * for lengths that the pool holds. Otherwise there is no such sampler.
 */
export function byWords(machine: Machine, length: number, pool: Pool): (() => string) | undefined {
  const letters = length > pool.bytes.length ? undefined : lettersOf(machine);
  if (!letters) return undefined;
  const plain = anyLength(length, letters, pool);
  const next =
    length === 16 ? sixteen(letters, pool, plain) : length === 20 ? twenty(letters, pool, plain) : plain;
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

function lettersOf(machine: Machine): Letters | undefined {
  const all = isSimple(machine) ? machine.states - 1 : 0;
  const letters = machine.groups.flatMap(({ letters: alike, next }) => {
    const met = (all && all - (next[all] as number)) << 16;
    return alike.map((letter) => (letter.codePointAt(0) as number) | met);
  });
  const small =
    letters.length <= MAX_ALPHABET && machine.groups.every((group) => group.letters.every(isByte));
  return small ? { letters: Int32Array.from(letters), needed: all << 16 } : undefined;
}

const isByte = (letter: string) => letter < '\u0100';

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
