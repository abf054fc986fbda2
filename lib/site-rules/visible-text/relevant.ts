import { isOf, isParted, type Token } from './token.ts';

/**
 * The tokens about the password: none in a sentence about a code, else those before it names something else.
 * Words about upper and lower case say nothing where a password is only said to be case-sensitive.
 */
export function relevant(tokens: readonly Token[]): Token[] {
  if (tokens.some(({ kind }) => kind === 'ignore')) return [];
  const refused = tokens.findIndex(({ kind }) => kind === 'no');
  const stop = tokens.findIndex(({ kind }, i) => kind === 'stop' && (refused < 0 || i < refused));
  const kept = stop < 0 ? tokens : tokens.slice(0, stop);
  return withoutAsides(withoutVerdict(kept.filter(({ kind }) => kind !== 'stop')));
}

/** “It does not meet the requirements: at least 1 digit” refuses the password, not the digit. */
function withoutVerdict(tokens: readonly Token[]): readonly Token[] {
  const isVerdict = (token: Token, at: number) => {
    if (token.kind !== 'no') return false;
    const after = tokens.slice(at + 1).find(({ kind }) => kind !== 'following' && kind !== 'length');
    return (
      isOf(after, 'number', 'range', 'min', 'max', 'must', 'exact') &&
      /[^\s:：]{3}.*[:：]/.test((after as Token).gap)
    );
  };
  return tokens.filter((token, at) => !isVerdict(token, at));
}

const CASES = ['upper', 'lower', 'letter', 'alphanumeric', 'length', 'or'];

function withoutAsides(tokens: readonly Token[]): Token[] {
  const dropped = new Set<Token>();
  tokens.forEach((token, at) => {
    if (token.kind !== 'aside') return;
    dropped.add(token);
    for (let i = at - 1; i >= 0 && isCase(tokens[i]) && !isParted(tokens[i + 1] as Token); i--)
      dropped.add(tokens[i] as Token);
    for (let i = at + 1; isCase(tokens[i]) && !isParted(tokens[i] as Token); i++)
      dropped.add(tokens[i] as Token);
  });
  return tokens.filter((token) => !dropped.has(token));
}

const isCase = (token: Token | undefined): boolean => token !== undefined && CASES.includes(token.kind);
