import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../lib/content/vocabulary/languages/languages.ts';
import { mergedWords, WORDS } from '../../../../lib/content/vocabulary/merged.ts';
import { normalizeText } from '../../../../lib/content/vocabulary/normalize.ts';
import { TOPICS, type Topic } from '../../../../lib/content/vocabulary/phrases.ts';
import { topicsOf } from '../../../../lib/content/vocabulary/topics.ts';

const speaksOf = (text: string) => topicsOf(normalizeText(text));
/** What no page can be judged without, so every language has words for it. */
const NEEDED: readonly Topic[] = ['password', 'fresh', 'repeat', 'current', 'signup', 'login', 'forgot'];
const entriesOf = (list: string) => list.split('|');

describe('what a text speaks of', () => {
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
    const topics = speaksOf(text);
    for (const topic of those) expect(topics).toContain(topic);
    for (const topic of not) expect(topics).not.toContain(topic);
  });

  it('is nothing where a phrase only begins inside a word or ends too late', () => {
    // "new." asks for the word's end, and "old." for its start too.
    expect(speaksOf('newsroom')).not.toContain('fresh');
    expect(speaksOf('threshold')).not.toContain('current');
    expect(speaksOf('')).toEqual(new Set());
    expect(speaksOf('x')).toEqual(new Set());
  });

  it('is found in a long text in one reading', () => {
    expect(topicsOf(normalizeText(`${'lorem ipsum '.repeat(50_000)}password`, 1e6))).toContain('password');
  });
});

describe('the words', () => {
  it('are there in eighteen languages, with all that a page is judged by', () => {
    expect(LANGUAGES).toHaveLength(18);
    for (const words of LANGUAGES) expect(Object.keys(words)).toEqual(expect.arrayContaining([...NEEDED]));
  });

  it('are phrases of at least two characters, none of them empty or written twice', () => {
    for (const words of LANGUAGES) {
      for (const list of Object.values(words)) {
        const texts = entriesOf(list).map((entry) => normalizeText(entry).trim());
        expect(texts.filter((text) => text.length < 2)).toEqual([]);
        expect(new Set(entriesOf(list)).size).toBe(entriesOf(list).length);
      }
    }
  });

  it('speak of known topics only', () => {
    for (const words of LANGUAGES) expect(TOPICS).toEqual(expect.arrayContaining(Object.keys(words)));
  });

  it('are each found as they are written, also in the merged list', () => {
    for (const words of LANGUAGES) {
      for (const [topic, list] of Object.entries(words)) {
        for (const entry of entriesOf(list)) expect(speaksOf(entry), entry).toContain(topic);
      }
    }
  });

  it('are merged without loss: what matched inside a word or at its end alone still does', () => {
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
    expect(entriesOf(WORDS.password ?? '')).toContain('~パスワード');
    expect(entriesOf(WORDS.fresh ?? '')).toContain('new.');
    expect(entriesOf(WORDS.password ?? '')).toContain('~contrasen');
  });

  it('are merged without what a shorter phrase of the topic finds anyway', () => {
    const merged = mergedWords([
      { password: 'parola|parola d’ordine|pass.|~hasl|hasło', fresh: 'parola nova' },
    ]);
    expect(merged).toEqual({ password: 'parola|pass.|~hasl', fresh: 'parola nova' });
    expect(mergedWords([{ login: '~log|login.|catalog' }, { login: '登录|~登录用户' }])).toEqual({
      login: '~log|~登录',
    });
    expect(mergedWords([{ login: 'log|~login|log in.|log.' }])).toEqual({ login: 'log|~login' });
    expect(mergedWords([{ login: '~in.|log in.|begin.|inside' }])).toEqual({ login: 'inside|~in.' });
    // What `!` hides of other topics, the shorter one would not.
    expect(mergedWords([{ signup: 'log|log free!' }])).toEqual({ signup: 'log|log free!' });
  });
});
