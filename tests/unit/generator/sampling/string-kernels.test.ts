import { describe, expect, it } from 'vitest';
import { CHARACTERS } from '../../../../lib/generator/charset.ts';
import { policyDfa } from '../../../../lib/generator/policy/policy-dfa.ts';
import { Pool, type RandomSource } from '../../../../lib/generator/random.ts';
import { rejectionSampler } from '../../../../lib/generator/sampling/rejection-sampler.ts';
import { admits } from '../../../support/policies.ts';
import { seededRandom } from '../../../support/scripted-random.ts';

const CLASSES = Object.values(CHARACTERS);

/** The four characters of a word, computed with numbers of any size; `undefined` if the word is rejected. */
function quadruple(word: number, alphabet: string): string | undefined {
  const size = BigInt(alphabet.length);
  const product = BigInt(word) * size ** 4n;
  if ((product & 0xffff_ffffn) < 2n ** 32n % size ** 4n) return undefined;
  const index = product >> 32n;
  return [3n, 2n, 1n, 0n].map((place) => alphabet[Number((index / size ** place) % size)]).join('');
}

/** A sampler and its alphabet in the order of the DFA's groups. */
function sampler(classes: readonly string[], length: number, random: RandomSource) {
  const required = classes.map((characters) => ({ characters, min: 1 }));
  const policy = { alphabet: classes.join(''), required, minLength: length, maxLength: length };
  const dfa = policyDfa(policy);
  if (!dfa) throw new Error('The policy is too complex.');
  const alphabet = dfa.groups.flatMap(({ letters }) => letters).join('');
  return { policy, alphabet, next: rejectionSampler(dfa, length, new Pool(random, 128)) as () => string };
}

describe.each([[CLASSES], [['abc', 'DEFG']], [[CHARACTERS.numbers]]])('over %j', (classes) => {
  it.each([4, 7, 12, 13, 16, 18, 20, 63, 128])(
    '%d characters are those of the words, one after the other',
    (length) => {
      const { policy, alphabet, next } = sampler(classes, length, seededRandom(length));
      const source = seededRandom(length);
      const block = new Uint32Array(32);
      const taken = Math.ceil(length / 4);
      let at = 32;
      /** The same result by a slower way. */
      const expected = (): string => {
        for (;;) {
          if (at + taken > 32) {
            source(new Uint8Array(block.buffer));
            at = 0;
          }
          const parts = [...block.subarray(at, at + taken)].map((word) => quadruple(word, alphabet));
          at += taken;
          const password = parts.join('').slice(0, length);
          if (parts.every((part) => part !== undefined) && admits(policy, password)) return password;
        }
      };
      for (let i = 0; i < 300; i++) expect(next()).toBe(expected());
    },
  );
});

it.each([12, 16, 20])('%d characters: a source that breaks later is detected too', (length) => {
  let fills = 0;
  const healthy = seededRandom(1);
  const { next } = sampler(CLASSES, length, (bytes) => {
    if (fills++ < 100) healthy(bytes);
    else new Uint32Array(bytes.buffer).set(Array.from({ length: 32 }, (_, i) => i & 1));
  });
  const many = () => {
    for (let i = 0; i < 1000; i++) next();
  };
  expect(many).toThrow('random');
});

it.each([16, 20])('%d characters: a word that must be rejected is, even among good ones', (length) => {
  // There is one class, so no string is drawn again because a class is missing.
  const words = length / 4;
  for (let bad = 0; bad < words; bad++) {
    let calls = 0;
    const { next } = sampler([CHARACTERS.numbers + CHARACTERS.lowercase], length, (bytes) => {
      const all = new Uint32Array(bytes.buffer);
      // From the second half on, each password's word number `bad` is 0, which 36 letters reject.
      seededRandom(++calls)(bytes);
      if (calls > 40) for (let i = bad; i < all.length; i += words) all[i] = 0;
    });
    expect(() => {
      for (let i = 0; i < 2000; i++) next();
    }).toThrow('random');
  }
});
