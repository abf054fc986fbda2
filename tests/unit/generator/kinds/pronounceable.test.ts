import { describe, expect, it } from 'vitest';
import { compile, generate } from '../../../../lib/generator/index.ts';
import { syllables } from '../../../../lib/generator/kinds/pronounceable.ts';

const SYLLABLES = syllables();

describe('a pronounceable password', () => {
  it('is eight syllables by default, each one of 480', () => {
    expect(compile({ kind: 'pronounceable' })).toMatchObject({
      count: 480n ** 8n,
      entropyBits: 71.3,
      strength: 'strong',
    });
    expect(generate({ kind: 'pronounceable' })).toMatchObject({ ok: true, entropyBits: 71.3 });
  });

  it('splits into syllables in only one way', () => {
    expect(new Set(SYLLABLES).size).toBe(480);
    expect(SYLLABLES.every((syllable) => /^[b-df-hj-np-tv-z]+[aeiou]+$/.test(syllable))).toBe(true);
    const made = compile({ kind: 'pronounceable', syllables: 12 });
    for (let i = 0; i < 200; i++) {
      const parts = made.ok ? made.next().match(/[b-df-hj-np-tv-z]+[aeiou]+/g) : [];
      expect(parts).toHaveLength(12);
      expect(parts?.every((part) => SYLLABLES.includes(part))).toBe(true);
    }
  });

  it('counts its extras', () => {
    const made = compile({
      kind: 'pronounceable',
      syllables: 4,
      capitals: 'one',
      number: true,
      symbol: true,
    });
    expect(made).toMatchObject({ count: 480n ** 4n * 4n * 40n * 64n });
  });

  it.each([2, 41])('refuses %d syllables', (syllables) => {
    expect(generate({ kind: 'pronounceable', syllables })).toMatchObject({
      ok: false,
      error: { code: 'out_of_range', option: 'syllables' },
    });
  });
});
