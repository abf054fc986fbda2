/** The signs that have names, each with the characters that a site may mean by it at most, if they are more. */
export const SIGNS = {
  dot: ['.'],
  comma: [','],
  colon: [':'],
  semicolon: [';'],
  exclamation: ['!'],
  question: ['?'],
  hyphen: ['-'],
  underscore: ['_'],
  apostrophe: ["'", "'`"],
  doubleQuote: ['"'],
  quotes: ['"', '"\'`'],
  backslash: ['\\'],
  slash: ['/', '/\\'],
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
  backtick: ['`'],
  parentheses: ['()'],
  square: ['[]'],
  braces: ['{}'],
  angle: ['<>'],
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
