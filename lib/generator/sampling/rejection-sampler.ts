import type { Group, PolicyDfa } from '../policy/dfa.ts';
import { brokenSource, MAX_DRAWS, type Pool } from '../random.ts';
import { anyLength, type KernelAlphabet, sixteen, twenty } from './string-kernels.ts';

/**
 * The largest alphabet of which a 32-bit word gives four characters. Above it, too many words are drawn
 * again.
 */
const MAX_ALPHABET = 128;

/**
 * Draws whole strings of one length until one is admissible, four characters from each 32-bit word. It is
 * meant for policies that admit at least a tenth of the strings. Undefined if the alphabet has more than 128
 * characters or any beyond one byte, or if the pool is too small for the length.
 */
export function rejectionSampler(dfa: PolicyDfa, length: number, pool: Pool): (() => string) | undefined {
  const { isSimple } = dfa;
  const all = isSimple ? dfa.states - 1 : 0;
  const codes = dfa.groups.flatMap(({ letters, next }) =>
    letters.map((letter) => (letter.codePointAt(0) as number) | ((all && all - (next[all] as number)) << 24)),
  );
  const fits = length <= pool.bytes.length && codes.length <= MAX_ALPHABET;
  if (!fits || codes.some((code) => (code & 0xffffff) > 0xff)) return undefined;
  const letters: KernelAlphabet = { letters: new Int32Array(codes), needed: all << 24 };
  const plain = anyLength(length, letters, pool);
  const next =
    length === 16 ? sixteen(letters, pool, plain) : length === 20 ? twenty(letters, pool, plain) : plain;
  return isSimple ? next : untilAccepted(dfa, next);
}

/** Draws until the DFA accepts the string. */
function untilAccepted({ groups, states, accepting, maxRun }: PolicyDfa, next: () => string): () => string {
  const groupOf: Group[] = [];
  for (const group of groups) for (const letter of group.letters) groupOf[letter.charCodeAt(0)] = group;
  const tooLong = new RegExp(`(.)\\1{${maxRun}}`, 's');
  return () => {
    for (let draw = 0; draw < MAX_DRAWS; draw++) {
      const password = next();
      const groupAt = (i: number) => groupOf[password.charCodeAt(i)] as Group;
      let state = states - 1;
      for (let i = 0; i < password.length; i++) state = groupAt(i).next[state] as number;
      const ends = groupAt(0).first && groupAt(password.length - 1).last;
      if (state < accepting && ends && !tooLong.test(password)) return password;
    }
    throw brokenSource();
  };
}
