// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../../../lib/generator/index.ts';
import { compileWithin } from '../../../../../lib/site-rules/generate-within.ts';
import { mergeRules } from '../../../../../lib/site-rules/merge.ts';
import { EASTERN } from './eastern.ts';
import { MORE } from './more.ts';
import { PAGES } from './pages.ts';
import { PARAPHRASES } from './paraphrases.ts';
import { POLICIES } from './policies.ts';
import { REFUSALS } from './refusals.ts';
import { WESTERN } from './western.ts';

const ROWS = [...WESTERN, ...EASTERN, ...PARAPHRASES, ...PAGES, ...POLICIES, ...MORE, ...REFUSALS];
const LANGUAGES = 'en de fr es pt it nl pl ru uk tr ar fa zh ja ko vi id'.split(' ');

describe('the table of sentences', () => {
  it('has 200 or more, in all eighteen languages', () => {
    expect(ROWS.length).toBeGreaterThanOrEqual(200);
    expect(new Set(ROWS.map(([language]) => language))).toEqual(new Set(LANGUAGES));
    expect(new Set(ROWS.map(([, says]) => says)).size).toBe(ROWS.length);
  });

  for (const [language, says, holds, least = 20] of ROWS)
    it(`is met by 400 of 400 passwords: ${language}, ${says}`, () => {
      const drawn = compileWithin(DEFAULT_OPTIONS, mergeRules({ texts: [says] }));
      if (!drawn.ok) throw new Error(JSON.stringify(drawn.error));
      const refused = Array.from({ length: 400 }, () => drawn.next()).filter((password) => !holds(password));
      expect(refused).toEqual([]);
      expect(drawn.entropyBits).toBeGreaterThanOrEqual(least);
    });
});
