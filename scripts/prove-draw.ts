import { REJECT_BELOW as REJECT_DIGITS_BELOW } from '../lib/generator/kinds/pin.ts';
import { shareOf } from '../lib/generator/random.ts';
import { multiplyHigh } from '../lib/generator/sampling/random-words.ts';

/**
 * `npm run prove:draw`: draws from all 2^32 random words with the generator's arithmetic, and shows that
 * every result comes up equally often. It proves that without samples or statistics.
 */
const WORDS = 2 ** 32;

/**
 * The quadruple of an alphabet of `size` that kernels such as `anyLength` read from a word, or -1 for a
 * rejected word.
 */
function quadruple(size: number): (word: number) => number {
  const pairs = size * size;
  const rejectBelow = WORDS % (pairs * pairs);
  return (word) => {
    const rest = Math.imul(word, pairs);
    if (Math.imul(rest, pairs) >>> 0 < rejectBelow) return -1;
    return multiplyHigh(word, pairs) * pairs + multiplyHigh(rest, pairs);
  };
}

/** The six digits that a PIN reads from a word. */
function sixDigits(word: number): number {
  const rest = Math.imul(word, 1000);
  return Math.imul(rest, 1000) >>> 0 < REJECT_DIGITS_BELOW
    ? -1
    : multiplyHigh(word, 1000) * 1000 + multiplyHigh(rest, 1000);
}

/** The number that `below` reads from four bytes, or -1 for rejected bytes. */
function number(bound: number): (word: number) => number {
  const share = shareOf(WORDS, bound);
  return (word) => (word < share * bound ? Math.floor(word / share) : -1);
}

function prove(name: string, results: number, draw: (word: number) => number): void {
  const start = performance.now();
  const counts = new Uint16Array(results);
  let refused = 0;
  for (let word = 0; word < WORDS; word++) {
    const result = draw(word);
    if (result < 0) refused++;
    else counts[result] = (counts[result] as number) + 1;
  }
  const each = Math.floor(WORDS / results);
  const equal = counts.every((count) => count === each) && refused === WORDS - each * results;
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`${name}: ${results} results, each from ${each} words; ${refused} drawn anew (${seconds} s)`);
  if (!equal) throw new Error(`${name} is not uniform.`);
}

prove('94^4, four characters of all classes', 94 ** 4, quadruple(94));
prove('62^4, four alphanumeric characters', 62 ** 4, quadruple(62));
prove('10^6, six digits', 10 ** 6, sixDigits);
prove('7776^2, two words', 7776 ** 2, number(7776 ** 2));
console.log('Proved.');
