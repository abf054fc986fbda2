import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { topicsOf } from '../../../../lib/content/vocabulary/find-topics.ts';
import { LANGUAGES } from '../../../../lib/content/vocabulary/languages/languages.ts';
import { mergedWords, WORDS } from '../../../../lib/content/vocabulary/merged.ts';
import { normalizeText } from '../../../../lib/content/vocabulary/normalize.ts';
import { TOPICS, type Topic } from '../../../../lib/content/vocabulary/topics.ts';

const topicsIn = (text: string) => topicsOf(normalizeText(text));
/** Topics that every language has phrases for, because no page can be scored without them. */
const NEEDED: readonly Topic[] = ['password', 'fresh', 'repeat', 'current', 'signup', 'login', 'forgot'];
const entriesOf = (list: string) => list.split('|');

describe('the topics of a text', () => {
  it.each<[string, Topic[], Topic[]]>([
    ['Confirm new password', ['password', 'fresh', 'repeat'], ['current', 'login']],
    ['signup', ['signup'], ['login']],
    ['Sign up', ['signup'], ['login']],
    ['Already have an account? Log in', ['member', 'login'], ['signup']],
    ['Neues Passwort wiederholen', ['password', 'fresh', 'repeat'], ['current']],
    ['Altes Kennwort', ['password', 'current'], ['fresh']],
    ['Confirmer le mot de passe', ['password', 'repeat'], ['current']],
    ['パスワード（確認）', ['password', 'repeat'], ['current']],
    ['确认密码', ['password', 'repeat'], ['login']],
    ['Yeni şifre', ['password', 'fresh'], ['current']],
    ['YENİ ŞİFRE', ['password', 'fresh'], ['current']],
    ['كلمة المرور الحالية', ['password', 'current'], ['fresh']],
    ['CVV', ['card'], ['password']],
    ['one-time code', ['code'], ['password']],
    ['Kostenlos anmelden', ['signup'], ['login']],
    ['Bei uns anmelden', ['login'], ['signup']],
    ['Jetzt kostenlos anmelden oder einloggen', ['signup', 'login'], []],
    ['Verification code', ['code'], ['repeat']],
    ['Verify the code', ['repeat', 'code'], []],
  ])('%s', (text, those, not) => {
    const topics = topicsIn(text);
    for (const topic of those) expect(topics).toContain(topic);
    for (const topic of not) expect(topics).not.toContain(topic);
  });

  it('exclude a phrase that starts inside a word or ends before the word does', () => {
    // "new." has to end the word, and "old." has to start it as well.
    expect(topicsIn('newsroom')).not.toContain('fresh');
    expect(topicsIn('threshold')).not.toContain('current');
    expect(topicsIn('')).toEqual(new Set());
    expect(topicsIn('x')).toEqual(new Set());
  });

  it('are found in a long text in one pass', () => {
    expect(topicsOf(normalizeText(`${'lorem ipsum '.repeat(50_000)}password`, 1e6))).toContain('password');
  });
});

describe('the phrases', () => {
  it('are those of every file in the folder', async () => {
    const files = readdirSync('lib/content/vocabulary/languages').filter((name) => name !== 'languages.ts');
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const module = await import(`../../../../lib/content/vocabulary/languages/${file}`);
      expect(LANGUAGES, file).toContain(module[file.replace('.ts', '')]);
    }
  });

  it('exist in eighteen languages, with all topics that scoring needs', () => {
    expect(LANGUAGES).toHaveLength(18);
    for (const words of LANGUAGES) expect(Object.keys(words)).toEqual(expect.arrayContaining([...NEEDED]));
  });

  it('have at least two characters and occur once in their list', () => {
    for (const words of LANGUAGES) {
      for (const list of Object.values(words)) {
        const texts = entriesOf(list).map((entry) => normalizeText(entry).trim());
        expect(texts.filter((text) => text.length < 2)).toEqual([]);
        expect(new Set(entriesOf(list)).size).toBe(entriesOf(list).length);
      }
    }
  });

  it('belong to known topics', () => {
    for (const words of LANGUAGES) expect(TOPICS).toEqual(expect.arrayContaining(Object.keys(words)));
  });

  it('are found as they are written, also in the merged list', () => {
    for (const words of LANGUAGES) {
      for (const [topic, list] of Object.entries(words)) {
        for (const entry of entriesOf(list)) expect(topicsIn(entry), entry).toContain(topic);
      }
    }
  });

  it('match inside a word or at its end as before when they are merged', () => {
    for (const words of LANGUAGES) {
      for (const [topic, list] of Object.entries(words)) {
        for (const entry of entriesOf(list)) {
          const text = normalizeText(entry).trim();
          const before = entry.startsWith('~') ? 'qq' : '';
          const after = entry.endsWith('.') ? '' : 'qq';
          for (const written of [text, text.replaceAll(' ', '')]) {
            expect(topicsOf(` ${before}${written}${after} `), entry).toContain(topic);
          }
        }
      }
    }
    expect(entriesOf(WORDS.password ?? '')).toContain('~passwor');
    expect(entriesOf(WORDS.password ?? '')).toContain('パスワード');
    expect(entriesOf(WORDS.fresh ?? '')).toContain('new.');
    expect(entriesOf(WORDS.password ?? '')).toContain('~contrasen');
  });

  it('are left out of the merged list if a shorter phrase of the topic covers them', () => {
    const merged = mergedWords([
      { password: 'parola|parola d’ordine|pass.|~hasl|hasło', fresh: 'parola nova' },
    ]);
    expect(merged).toEqual({ password: 'parola|pass.|~hasl', fresh: 'parola nova' });
    expect(mergedWords([{ login: '~log|login.|catalog' }, { login: '登录|~登录用户' }])).toEqual({
      login: '~log|登录',
    });
    expect(mergedWords([{ login: 'log|~login|log in.|log.' }])).toEqual({ login: 'log|~login' });
    expect(mergedWords([{ login: '~in.|log in.|begin.|inside' }])).toEqual({ login: 'inside|~in.' });
    // Only the phrase with `!` hides other topics, so it stays.
    expect(mergedWords([{ signup: 'log|log free!' }])).toEqual({ signup: 'log|log free!' });
  });
});
