import type { RawSources } from '../../lib/site-rules/read-sources.ts';
import type { Recipes } from '../../lib/site-rules/recipes/recipe.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const letter = (n: number) => LETTERS.charAt(n % 26);
const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

/** Required sets that overlap, so that their automaton has as many states as it can. */
const overlapping = (count: number) =>
  times(count, (n) => `required: [${times(6, (k) => letter(n * 5 + k * 7)).join('')}];`).join('');

/** A rules text whose passwords are counted for many lengths and many options, each with a sieve. */
const SIEVED = `${overlapping(10)}max-consecutive:1;max-sequential:1;blocklist:ab,bc,cd,de`;

/** Recipes of 5 kB that are worth more work than any honest file. */
export function hostileRecipes(): Recipes {
  const others = times(
    12,
    (n) => [`s${n}.example`, `${overlapping(12)}max-consecutive:1;maxlength:4`] as const,
  );
  return Object.fromEntries([
    ['u.example', `${overlapping(6)}max-consecutive:1;minlength:900;maxlength:1000000000`],
    ...others,
    ...times(6, (n) => [`t${n}.example`, SIEVED] as const),
  ]);
}

/** Patterns of at most 1,000 characters that take long to read, each in its own way. */
export const HOSTILE_PATTERNS: Readonly<Record<string, string>> = {
  optional: 'a?'.repeat(490),
  'nested quantifiers': '(?=.*((a+)+b)+)'.repeat(20),
  'many look-aheads': times(60, (n) => `(?=.*${letter(n)}.{${n % 9}}${letter(n + 1)})`).join(''),
  'negative look-aheads': times(40, (n) => `(?!.*${letter(n)}.*${letter(n + 1)}.*${letter(n + 2)})`).join(''),
  'look-behinds': `(?:${times(70, (n) => `(?<=${letter(n)}${letter(n).toUpperCase()}.)a`).join('|')})*`,
  'back references': `(?!.*${'(.)(.)(.)'.repeat(20)}\\1\\2).*`,
  doubling: '.*a.{8}',
  classes: `(?i:${times(60, (n) => `[\\p{L}${letter(n)}]`).join('')})`,
  boundaries: `(?:\\b${'(?:'.repeat(30)}a?${'|b)c?'.repeat(30)})*x`,
};

/** One line about passwords in each language. */
export const LINES: readonly string[] = [
  'At least 8 characters, at most 2 digits, no more than 3 letters in a row',
  'Mindestens 8 Zeichen, höchstens 2 Ziffern, keine Leerzeichen',
  'Au moins 8 caractères, au plus 2 chiffres, pas d’espaces',
  'Al menos 8 caracteres, como máximo 2 números, sin espacios',
  'Pelo menos 8 caracteres, no máximo 2 números, sem espaços',
  'Almeno 8 caratteri, al massimo 2 cifre, senza spazi',
  'Minimaal 8 tekens, maximaal 2 cijfers, geen spaties',
  'Co najmniej 8 znaków, najwyżej 2 cyfry, bez spacji',
  'Не менее 8 символов, не более 2 цифр, без пробелов',
  'Щонайменше 8 символів, не більше 2 цифр, без пробілів',
  'En az 8 karakter, en fazla 2 rakam, boşluk yok',
  '8 أحرف على الأقل ورقمان على الأكثر',
  'حداقل ۸ نویسه و حداکثر ۲ رقم',
  '至少8个字符，最多2个数字，不能有空格',
  '8文字以上、数字は2文字以下、スペース不可',
  '8자 이상, 숫자 2개 이하, 공백 불가',
  'Ít nhất 8 ký tự, tối đa 2 chữ số, không có khoảng trắng',
  'Minimal 8 karakter, maksimal 2 angka, tanpa spasi',
];

/** Texts of 300 characters, each of which may be in most languages. */
const mixedTexts = (count: number) =>
  times(count, (n) =>
    [...LINES.slice(n), ...LINES]
      .map((line) => line.slice(0, 16))
      .join(' ')
      .slice(0, 300),
  );

/** All that a hostile page, its errors and a hostile recipe can bring together. */
export const hostilePage = (pattern: string): RawSources => ({
  minLength: 4,
  maxLength: 1_000_000_000,
  pattern,
  own: SIEVED,
  passwordRules: `${SIEVED};${overlapping(40)}`.slice(0, 1000),
  learnt: mixedTexts(12),
  texts: mixedTexts(14),
});
