import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ko } from '../../../../lib/site-rules/visible-text/languages/ko.ts';
import { LANGUAGES } from '../../../../lib/site-rules/visible-text/languages/languages.ts';
import { LETTERS } from '../../../../lib/site-rules/visible-text/matcher.ts';
import { tokensOf } from '../../../../lib/site-rules/visible-text/tokens.ts';

/** The blocks that the languages are written in, from and to. */
const BLOCKS = {
  Latin: [0, 0x24f],
  Cyrillic: [0x400, 0x52f],
  Arabic: [0x600, 0x6ff],
  'Latin with two marks': [0x1e00, 0x1eff],
  kana: [0x3041, 0x30ff],
  Chinese: [0x4e00, 0x9fff],
  Hangul: [0xac00, 0xd7a3],
} as const;

describe('the letters that end words', () => {
  it.each(Object.entries(BLOCKS))('are those of Unicode in %s', (_, [from, to]) => {
    const listed = new RegExp(`[${LETTERS}]`, 'u');
    const differ = Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).filter(
      (letter) => listed.test(letter) !== /[\p{L}\p{M}]/u.test(letter),
    );
    expect(differ).toEqual([]);
  });
});

describe('the words of each language', () => {
  it('are those of every file in the folder', async () => {
    const files = readdirSync('lib/site-rules/visible-text/languages').filter(
      (name) => !/^(?:detect-)?language/.test(name),
    );
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const module = await import(`../../../../lib/site-rules/visible-text/languages/${file}`);
      expect(LANGUAGES, file).toContain(module[file.replace('.ts', '')]);
    }
  });

  it('contain no Unicode class, because each takes a millisecond to compile', () => {
    for (const words of LANGUAGES) expect(JSON.stringify(words)).not.toMatch(/\\p\{/);
  });

  it('contain `~` only outside of character classes, where it stands for any ending', () => {
    for (const words of LANGUAGES) expect(JSON.stringify(words)).not.toMatch(/\[[^\]]*~[^\]]*\]/);
  });

  it('match the Korean syllable for “character” only where a word ends', () => {
    const kinds = (text: string) => tokensOf(text, ko).map(({ kind }) => kind);
    expect(kinds('8자 이상')).toEqual(['number', 'length', 'min']);
    expect(kinds('8자의')).toEqual(['number', 'length']);
    expect(kinds('8자동')).toEqual(['number']);
  });
});
