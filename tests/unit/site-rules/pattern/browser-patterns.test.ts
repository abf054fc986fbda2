import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../../lib/generator/index.ts';
import { compileWithin } from '../../../../lib/site-rules/generate-within.ts';
import { mergeRules } from '../../../../lib/site-rules/merge.ts';
import { seededRandom } from '../../../support/scripted-random.ts';

const DRAWS = 400;

/** How a browser judges a value: by the whole pattern, with flag v. */
const browser = (pattern: string) => new RegExp(`^(?:${pattern})$`, 'v');

/** Draws passwords within a pattern and returns those that a browser refuses. */
function refusedBy(pattern: string, matcher = browser(pattern)): string[] {
  const set = compileWithin(DEFAULT_OPTIONS, mergeRules({ pattern }), seededRandom(11));
  if (!set.ok) throw new Error(`${pattern}: ${set.error.message}`);
  expect(set.entropyBits).toBeGreaterThanOrEqual(40);
  return Array.from({ length: DRAWS }, () => set.next()).filter((password) => !matcher.test(password));
}

const { raw } = String;

/** Patterns in the manner of real sites, by what is special in them. */
const SITES: [kind: string, ...patterns: string[]][] = [
  [
    'copied from .NET, Java and answers to questions',
    raw`^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[@$!%*?&])[A-Za-z\d@$!%*?&]{8,}$`,
    raw`^(?=.*?[A-Z])(?=.*?[a-z])(?=.*?[0-9])(?=.*?[#?!@$%^&*\-]).{8,}$`,
    raw`(?=^.{8,15}$)(?=.*\d)(?=.*[A-Z])(?=.*[a-z])(?!.*\s).*$`,
    raw`^(?=[^A-Z]*[A-Z])(?=[^a-z]*[a-z])(?=\D*\d)[A-Za-z\d]{8,20}$`,
    raw`((?=.*\d)(?=.*[a-z])(?=.*[A-Z])(?=.*[@#$%]).{6,20})`,
    raw`^(?:(?=.*[a-z])(?:(?=.*[A-Z])(?=.*[\d\W])|(?=.*\W)(?=.*\d))|(?=.*\W)(?=.*[A-Z])(?=.*\d)).{8,}$`,
    raw`^(?=.*[A-Z].*[A-Z])(?=.*[!@#$&*])(?=.*[0-9].*[0-9])(?=.*[a-z].*[a-z].*[a-z]).{8}$`,
    raw`^(?=\S+$)(?=.*\p{Lu})(?=.*\p{Ll})(?=.*\p{Nd})(?=.*[\p{P}\p{S}]).{12,64}$`,
  ],
  [
    'of banks and authorities',
    raw`(?!.*(?:19|20)\d{2})(?=.*[A-Z])(?=.*\d)[A-Za-z\d.\-_]{10,16}`,
    raw`[A-Za-z](?=.*\d)[A-Za-z\d]{6,10}[A-Za-z]`,
    raw`(?!\d)(?!.*[._]{2})[\w.]{9,18}(?<![._])`,
    raw`\b(?=\w*\d)\w{8,14}\b`,
    raw`(?:[A-Z][a-z]{2,5}\d{2}[\-.]){2,3}`,
    raw`(?!.*(?i:passwor[dt]|kennwort|geheim))\S{8,30}`,
    raw`(?=(?:.*\d){2})(?!(?:.*\d){5})[A-Za-z\d]{10}`,
    raw`(?=.{8,12}$)[^\s"'<>\\]+`,
    raw`[[!-~]&&[^<>&"'\/]]{8,16}`,
  ],
  [
    'with sets within sets',
    raw`[[A-Z][a-z]\d]{9,13}`,
    raw`[\p{ASCII}&&\p{L}]{12,18}`,
    raw`[[!-~]--["'\\\x60]]{8,24}`,
    raw`(?=.*[[:;][.,]])[[\w--_]:;.,]{10,16}`,
    raw`[[\p{L}\p{N}]--[IO01l]]{10,20}`,
    raw`[[a-z]--[aeiou]]{10}`,
    raw`[^[a-z]\s]{9,}`,
    raw`[\p{P}\p{S}a-z]{10,14}`,
  ],
  [
    'with strings in sets and other escapes',
    raw`[\q{ab|cd|x}0-9]{8,12}`,
    raw`(?:[a-z]|[\q{\-\-|\u{2b}\u{2b}}]){12,16}`,
    raw`[[\q{foo|o|k}a-m]--\q{foo|k}]{12}`,
    raw`[\u{30}-\u{39}\x41-\x5A]{11}`,
    raw`\u0041\u{62}[^\cA-\cZ]{9,12}\t?`,
    raw`[\w\-\.\&\!]{8,12}`,
    raw`\p{Lu}\p{ASCII_Hex_Digit}{11,15}`,
    raw`[\p{Script=Latin}\p{gc=Nd}]{8,12}`,
  ],
  [
    'with case and other modifiers',
    raw`(?i:[a-f\d]{10,16})`,
    raw`(?i:q(?-i:w)ERTY)\d{12}`,
    raw`(?=.*(?i:[xyz]))(?s-m:.){9,12}`,
    raw`(?im:^\S{9,12}$)`,
  ],
  [
    'that look around anywhere',
    raw`(?:(?![\s,;]).){9,15}`,
    raw`(?:[a-z\d](?!\d\d)|[#+]){10,14}`,
    raw`(?:[a-z]|-(?=[a-z])){10,12}`,
    raw`(?:(?=[^aeiou])[a-z]){10,12}`,
    raw`(?:\w(?<!__)){9,16}`,
    raw`^[\w@]{8,14}(?<=\d)(?<!00)$`,
    raw`(?<!x)[A-Z](?<=[K-T]).{8,11}`,
    raw`(?:[a-z\d](?<![a-m](?=\d))){9,12}(?<!\d$)`,
    raw`(?:[a-z \-](?<!\b(?:a|the)\b)(?<!\b.\b)){14,20}`,
    raw`(?:\B[a-z]|[.]\b|^[A-Z]){9,12}`,
    raw`(?:^|[a-z]{3}\b-)[a-z]{3}-(?=[a-z]+$)[a-z]{6,9}`,
    raw`(?:(?!abc|123|qwe).)+(?<=.{10})`,
    raw`(?:a|b|(?=.*\d)[c-y\d]){12}`,
    raw`(?!\s)(?:(?!passwort|geheim|qwertz|\d{4}).){10,128}(?<!\s)`,
  ],
  [
    'that refer back to demand different characters',
    raw`(?!.*(.).*\1)[\w!@#]{8,14}`,
    raw`(?!.*(\d).*\1)[a-k\d]{12}`,
    raw`(?!.*(?<sign>.).*\k<sign>.*\k<sign>).{10,14}`,
    raw`(?!.*(\w)\1{2,})(?=.*\d)\w{9,12}`,
    raw`(?!.*(.)\1\1)(?!.*(\d)(?:.*\2){2})[a-z\d]{10,12}`,
    raw`(?!(.)\1+$)[a-c]{36}`,
    raw`(?!^(?<first>\d)\k<first>*$)\d{14}`,
    raw`(?:(.)(?!\1)){9,13}`,
    raw`(?:([a-z])(?!.*\1)|\d){12}`,
    raw`(?!.*(?:(.)\1|abc|([xyz]).\2))[a-z]{12}`,
    raw`(?!.*(..).*\1)[A-Za-z]{10,12}`,
    raw`(?!.*(.)(?=.*\1)).{8,12}`,
    raw`(?!.*((\d)\2))(?=.*\d)[a-z\d]{12}`,
    raw`(?!.*(.)(?:\1|\1\1){2})[a-k]{14}`,
  ],
];

describe.each(SITES)('patterns %s', (_, ...patterns) => {
  it.each(patterns)('are kept to by every password, as browsers judge: %s', (pattern) => {
    expect(mergeRules({ pattern })).toMatchObject({ unread: [], contradictions: [] });
    expect(refusedBy(pattern)).toEqual([]);
  });
});

describe('a pattern that browsers do not compile', () => {
  it.each([
    '[A-Za-z0-9!@#$%^&*()_+-=]{8,16}',
    '[a-z(]{12}',
    '[a-z[]{12}',
    '[a-z}]{12}',
    '[a-z/]{12}',
    '[a-z|]{12}',
    '[a-z-]{12}',
    '[-a-z]{12}',
    '[a-z!!]{12}',
    '[a-z\\d--]{12}',
    '[a-z&&b-d]{12}',
    raw`[a\d&&\w]{12}`,
    raw`\-[a-z]{12}`,
    raw`(?=.*\@)[a-z@]{12}`,
    raw`[a-z\ ]{12}`,
    raw`(?!.*[\[\]{}|~]).{8,20}`,
  ])('is read as its author meant, because a server may check it: %s', (pattern) => {
    expect(() => new RegExp(pattern, 'v')).toThrow(SyntaxError);
    expect(refusedBy(pattern, new RegExp(`^(?:${pattern})$`))).toEqual([]);
  });

  it.each([raw`\p{Nonsense}{8}`, raw`[^\q{ab}]{8}`, '(?=.*\\d)+[a-z\\d]{8}', 'a)|(b{8}'])(
    'has no effect if it means nothing: %s',
    (pattern) => {
      expect(() => new RegExp(pattern, 'v')).toThrow(SyntaxError);
      expect(mergeRules({ pattern })).toMatchObject({
        reasons: [],
        contradictions: [],
        unread: ['pattern'],
      });
    },
  );
});

describe('a pattern that forbids one character alone', () => {
  it.each([raw`(?!(.)\1+$)[ab]*`, raw`(?!(.)\1+$)[ab]{2,}`, raw`(?!(.)\1+$)[ab]{0,2}`])(
    'is kept to by the shortest passwords: %s',
    (pattern) => {
      const set = compileWithin({ ...DEFAULT_OPTIONS, length: 4 }, mergeRules({ pattern }), seededRandom(7));
      if (!set.ok) throw new Error(set.error.message);
      for (let i = 0; i < DRAWS; i++) expect(set.next()).toMatch(browser(pattern));
    },
  );
});

describe('a part that cannot be kept to', () => {
  it.each<[loosened: string, same: string]>([
    [raw`(?=.*(\d).*\1)[a-z\d]{8,12}`, raw`(?=.*(\d).*)[a-z\d]{8,12}`],
    [raw`(["'])[a-z]{8,10}\1`, raw`(["'])[a-z]{8,10}(["']|)`],
    [raw`(?!.*(\d?)x\1)[a-z\d]{8,12}`, raw`[a-z\d]{8,12}`],
    [raw`(?!.*(?:abc|(.*)-\1))[a-z\-]{8,12}`, raw`(?!.*abc)[a-z\-]{8,12}`],
    [raw`(?!(?!.*(.)\1))[a-z]{8,12}`, raw`[a-z]{8,12}`],
    [raw`(?i:(?!.*(.)\1))[a-z]{8,12}`, raw`[a-z]{8,12}`],
    [raw`(?:\w(?<=[a-z]\b|\d)){8,12}`, raw`\w{8,12}`],
    [raw`(?:\w(?<![a-z]\b|\d)){8,12}`, raw`\w{8,12}`],
    [raw`(?!.*\d(?<=(?=..\w).x)).{8,12}`, raw`.{8,12}`],
    [raw`([ab])\1(?!.*(\d)\2)[a-z\d]{8,12}`, raw`(?!.*(\d)\1)[ab][ab]?[a-z\d]{8,12}`],
    [raw`(?=\1(a|b))[a-z]{8,12}`, raw`(?=[ab])[a-z]{8,12}`],
    [raw`((?:[ab](?=[ab\-])|cd)+(?=-))-\1[a-z]{8}`, raw`(?:[ab](?=[ab\-])|cd)+-(?:(?:[ab]|cd)+|)[a-z]{8}`],
    [raw`(?i:([a-d])-\1)[a-z]{8}`, raw`(?i:[a-d])-.*[a-z]{8}`],
    [raw`(([ab])\2)[a-z]{8}\1`, raw`[ab](?:[ab]|)[a-z]{8}.*`],
    [raw`(-?)[a-z\-]{4}(?<=\b\1)[a-z\-]{6}`, raw`-?[a-z\-]{10}`],
  ])('loosens that part only, and that is told: %s', (pattern, same) => {
    const [loosened, exact] = [mergeRules({ pattern }), mergeRules({ pattern: same })];
    expect(loosened.unread).toEqual(['pattern']);
    const bits = [loosened, exact].map((merged) => {
      const set = compileWithin(DEFAULT_OPTIONS, merged, seededRandom(3));
      if (!set.ok) throw new Error(set.error.message);
      for (let i = 0; i < 100; i++) expect(set.next()).toMatch(browser(same));
      return set.entropyBits;
    });
    expect(bits[0]).toBe(bits[1]);
  });

  it.each([
    raw`(?:(?!a.{20}b).){8,60}`,
    raw`(?=.*a.{12}$)(?!.*(?:abcd|efgh|ijkl|mnop).*(?:rst|uvw).*(?:12|34|56).{9})[a-z\d]{8,20}`,
  ])('may be too large a part: %s', (pattern) => {
    const { rule, unread } = mergeRules({ pattern });
    expect(unread).toEqual(['pattern']);
    expect(rule).toMatchObject({ minLength: 8 });
  });

  it.each([raw`[a-zA-Z0-9&&[^aeiou]]{8,16}`, raw`(?=.*\d)[a-z\d&&[^01]]+`, raw`[\w\-&&[\S]]{6,}[a-z]`])(
    'in the words of Java, which browsers ignore, is left out: %s',
    (pattern) => expect(mergeRules({ pattern })).toMatchObject({ reasons: [], unread: ['pattern'] }),
  );
});
