import fc from 'fast-check';
import { expect } from 'vitest';
import { compile, DEFAULT_OPTIONS, type Policy } from '../../lib/generator/index.ts';
import { unmetBound } from '../../lib/site-rules/check.ts';
import { generateWithin } from '../../lib/site-rules/generate-within.ts';
import { mergeRules } from '../../lib/site-rules/merge.ts';
import { parsePasswordRules } from '../../lib/site-rules/passwordrules/parse.ts';
import type { RawSources } from '../../lib/site-rules/read-sources.ts';
import { importRecipes } from '../support/import-recipes.ts';
import { admits } from '../support/policies.ts';
import { seededRandom } from '../support/scripted-random.ts';
import { CORPUS } from './corpus.ts';
import { PATTERN_PIECES, RULES_PIECES, SENTENCE_PIECES, textOf } from './pieces.ts';
import { type Fuzz, fuzz } from './property.ts';

const characters = fc.string({ unit: fc.constantFrom(...'abcABC123!?- é😀'), maxLength: 8 });
const length = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -1, 1024, 1025, Number.NaN, 1.5) },
);
const policies: fc.Arbitrary<Policy> = fc.record(
  {
    alphabet: characters,
    required: fc.array(fc.record({ characters, min: fc.integer({ min: -1, max: 5 }) }), { maxLength: 6 }),
    minLength: length,
    maxLength: length,
    maxConsecutive: fc.option(length, { nil: undefined }),
    notFirst: fc.option(characters, { nil: undefined }),
    notLast: fc.option(characters, { nil: undefined }),
  },
  { requiredKeys: ['alphabet', 'required', 'minLength', 'maxLength'] },
);

function checkPolicy(policy: Policy): void {
  const set = compile(policy, seededRandom(1));
  if (!set.ok) return void expect(set.error.message).not.toBe('');
  expect(set.count > 0n && Number.isFinite(set.entropyBits)).toBe(true);
  const password = set.next();
  expect(admits(policy, password), password).toBe(true);
}

/** Whatever the sources say, there is a password within the merged rule, or a reason why there is none. */
function checkSources(sources: RawSources): void {
  const merged = mergeRules(sources);
  const made = generateWithin(DEFAULT_OPTIONS, merged, seededRandom(1));
  if (!made.ok) return void expect(made.error.message).not.toBe('');
  // Without bounds the options alone hold. What counting takes too long for is left out, and told.
  const isLeftOut = made.adjustments.some(
    ({ code }) => code === 'pattern_ignored' || code === 'bound_ignored',
  );
  if (merged.reasons.length > 0 && !isLeftOut) expect(unmetBound(made.password, merged.rule)).toBeUndefined();
}

const rulesTexts = textOf(RULES_PIECES, 40);

const patterns = textOf(PATTERN_PIECES, 14);

const sentences = fc.array(
  textOf(SENTENCE_PIECES, 40).map((text) => text.slice(0, 300)),
  { maxLength: 14 },
);

const hosts = fc.oneof(
  fc.domain(),
  fc.constantFrom('__proto__', 'constructor', 'a', '', '.', 'é.test', 'a..b'),
);
const entries = fc.oneof(
  { weight: 4, arbitrary: rulesTexts.map((rules): unknown => ({ 'password-rules': rules })) },
  { weight: 1, arbitrary: fc.jsonValue() as fc.Arbitrary<unknown> },
);
const recipeFiles = fc.oneof(
  {
    weight: 5,
    // Not `Object.fromEntries`, because `__proto__` has to come as a member of the file.
    arbitrary: fc
      .array(fc.tuple(hosts, entries), { maxLength: 12 })
      .map(
        (list) =>
          `{${list.map(([host, entry]) => `${JSON.stringify(host)}:${JSON.stringify(entry)}`).join(',')}}`,
      ),
  },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

function checkFile(file: string): void {
  const result = importRecipes(file);
  if (!result.ok) return void expect(result.errors.length).toBeGreaterThan(0);
  for (const [host, rules] of Object.entries(result.recipes)) {
    expect(host).toMatch(/^[a-z0-9_.-]+$/);
    expect(parsePasswordRules(rules).errors).toEqual([]);
  }
}

/** What a site states, in the four forms in which it comes, and a file of rules. */
export const RULE_PROPERTIES: readonly Fuzz<never>[] = [
  fuzz({ name: 'policies', inputs: policies, check: checkPolicy, corpus: CORPUS.policies }),
  fuzz({
    name: 'rules texts',
    inputs: rulesTexts,
    check: (own) => checkSources({ own }),
    corpus: CORPUS.rulesTexts,
    cost: 2,
  }),
  fuzz({
    name: 'patterns',
    inputs: patterns,
    check: (pattern) => checkSources({ pattern }),
    corpus: CORPUS.patterns,
    cost: 2,
  }),
  fuzz({
    name: 'visible texts',
    inputs: sentences,
    check: (texts) => checkSources({ texts }),
    corpus: CORPUS.sentences,
    cost: 4,
  }),
  fuzz({
    name: 'all sources at once',
    inputs: fc.record<RawSources>(
      {
        minLength: fc.integer(),
        maxLength: fc.integer(),
        pattern: patterns,
        own: rulesTexts,
        passwordRules: rulesTexts,
        learnt: sentences,
        texts: sentences,
      },
      { requiredKeys: [] },
    ),
    check: checkSources,
    corpus: CORPUS.sources,
    cost: 4,
  }),
  fuzz({ name: 'recipe files', inputs: recipeFiles, check: checkFile, corpus: CORPUS.recipeFiles, cost: 2 }),
];
