/**
 * The signs that have names, each with all characters that a site may mean by it if they are more. Names that
 * begin with another, such as “punto y coma”, come first.
 */
export const SIGNS = {
  semicolon: [';'],
  colon: [':'],
  exclamation: ['!'],
  question: ['?'],
  underscore: ['_'],
  backslash: ['\\'],
  doubleQuote: ['"'],
  apostrophe: ["'", "'`"],
  backtick: ['`'],
  square: ['[]'],
  braces: ['{}'],
  angle: ['<>'],
  dot: ['.'],
  comma: [','],
  hyphen: ['-'],
  slash: ['/', '/\\'],
  quotes: ['"', '"\'`'],
  pipe: ['|'],
  at: ['@'],
  hash: ['#'],
  dollar: ['$'],
  percent: ['%'],
  caret: ['^'],
  ampersand: ['&'],
  asterisk: ['*'],
  plus: ['+'],
  equals: ['='],
  tilde: ['~'],
  parentheses: ['()'],
  brackets: ['()', '()[]{}<>'],
  less: ['<'],
  greater: ['>'],
} as const satisfies { readonly [name: string]: readonly [string, string?] };

/** The name of a sign. */
export type SignName = keyof typeof SIGNS;

/** The characters that a name stands for, and all that it may stand for. */
export function charactersOf(name: SignName): { characters: string; widest: string } {
  const [characters, widest = characters]: readonly [string, string?] = SIGNS[name];
  return { characters, widest };
}

/** Whether a text is the name of a sign. */
export const isSignName = (text: string): text is SignName => Object.hasOwn(SIGNS, text);
