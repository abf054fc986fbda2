import { anyLength, type Letters } from './any-length.ts';
import { written } from './kernels.ts';
import type { Group, Machine } from './machine.ts';
import { brokenSource, MAX_DRAWS, type Pool } from './random.ts';

/** Largest alphabet of which a 32-bit word gives four characters: above, too many words would be drawn anew. */
const MAX_ALPHABET = 128;
/** States of the 16 classes for which there are bits beside the codes of two characters. */
const MAX_STATES = 2 ** 16;

/**
 * Draws passwords of one length as whole strings until one is admissible, four characters from each 32-bit word.
 * Only for policies that admit at least a tenth of the strings, over alphabets of up to 128 one-byte characters, and
 * for lengths that the pool holds. Otherwise there is no such sampler.
 */
export function byWords(machine: Machine, length: number, pool: Pool): (() => string) | undefined {
  const simple = isSimple(machine);
  const all = simple ? machine.states - 1 : 0;
  const codes = machine.groups.flatMap(({ letters, next }) =>
    letters.map((letter) => (letter.codePointAt(0) as number) | ((all && all - (next[all] as number)) << 16)),
  );
  const fits = length <= pool.bytes.length && codes.length <= MAX_ALPHABET;
  if (!fits || machine.groups.some(({ letters }) => letters.some((letter) => letter > '\u00ff')))
    return undefined;
  const letters: Letters = { letters: Int32Array.from(codes), needed: all << 16 };
  const plain = anyLength(length, letters, pool);
  const next = length === 16 || length === 20 ? written(length === 20, letters, pool, plain) : plain;
  return simple ? next : admitted(machine, next);
}

/** Whether one bit for each class tells it all: one letter meets it, and nothing else is asked. */
function isSimple({ groups, states, maxRun, maxLength }: Machine): boolean {
  const all = states - 1;
  const once = groups.every(
    ({ first, last, next }) => first && last && next[next[all] as number] === next[all],
  );
  return once && states <= MAX_STATES && maxRun === maxLength;
}

/** Draws on until the machine takes the string for a password. */
function admitted({ groups, states, maxRun }: Machine, next: () => string): () => string {
  const groupOf = new Map(groups.flatMap((group) => group.letters.map((letter) => [letter, group])));
  const tooLong = new RegExp(`(.)\\1{${maxRun}}`, 's');
  return () => {
    for (let draw = 0; draw < MAX_DRAWS; draw++) {
      const password = next();
      const read = Array.from(password, (letter) => groupOf.get(letter) as Group);
      const state = read.reduce((before, group) => group.next[before] as number, states - 1);
      if (!state && read[0]?.first && read.at(-1)?.last && !tooLong.test(password)) return password;
    }
    throw brokenSource();
  };
}
