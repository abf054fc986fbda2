import type { RuleWords } from './rule-words.ts';
import { isClass, type Token } from './token.ts';
import type { Tokenizer } from './tokenizer.ts';

/** The longest heading in UTF-16 units, and the most lines that may be one. A page with more is hostile. */
const MAX_HEADING = 120;
const MAX_HEADINGS = 30;

type Tokenize = (text: string) => readonly Token[];

/** The sentences of lines, each under the heading that it belongs to, as in “Not allowed:” above a list. */
export function underHeadings(
  lines: readonly (readonly string[])[],
  words: RuleWords,
  tokensOf: Tokenizer,
): string[] {
  const tokenize: Tokenize = (text) => tokensOf(text, words);
  const sentences: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as readonly string[];
    const heading = (line.at(-1) as string).trim();
    const below = i < MAX_HEADINGS ? linesBelow(heading, lines.slice(i + 1), tokenize) : NONE;
    if (below.count === 0) {
      sentences.push(...line);
      continue;
    }
    sentences.push(...line.slice(0, -1), ...below.sentences);
    i += below.count;
  }
  return sentences;
}

interface Below {
  readonly count: number;
  readonly sentences: readonly string[];
}

const NONE: Below = { count: 0, sentences: [] };

function linesBelow(heading: string, lines: readonly (readonly string[])[], tokenize: Tokenize): Below {
  const [next] = lines;
  if (!next || heading.length > MAX_HEADING) return NONE;
  const isMarked = heading.endsWith(':');
  if (!isMarked && !isListing(tokenize(next.join(' ')))) return NONE;
  const tokens = tokenize(heading);
  const has = (...kinds: Token['kind'][]) => tokens.some(({ kind }) => kinds.includes(kind));
  if (has('ignore', 'stop')) return NONE;
  if (!isMarked && has('number', 'range', 'min', 'max')) return NONE;
  if (has('no', 'barred')) return barredBelow(heading, lines, tokenize, isMarked);
  if (has('may', 'only')) return allowedBelow(heading, lines, tokenize);
  return isMarked && has('must', 'following') ? requiredBelow(heading, lines, tokenize) : NONE;
}

const textOf = (heading: string, line: string) => `${heading.replace(/\s*:$/, '')}: ${line}`;

/** Each line below “Not allowed:”, up to one that tells what is required or allowed. */
function barredBelow(
  heading: string,
  lines: readonly (readonly string[])[],
  tokenize: Tokenize,
  isMarked: boolean,
): Below {
  const isOther = (line: readonly string[]) => {
    const tokens = tokenize(line.join(' '));
    return isMarked
      ? line.join('').trim().endsWith(':') ||
          tokens.some(({ kind }) => ['must', 'min', 'may', 'only', 'range', 'no', 'barred'].includes(kind))
      : !isListing(tokens);
  };
  const below = linesUntil(isOther, lines);
  return { count: below.length, sentences: below.flat().map((line) => textOf(heading, line)) };
}

/** The lines below “Allowed:” as one sentence, as far as they only name characters. */
function allowedBelow(heading: string, lines: readonly (readonly string[])[], tokenize: Tokenize): Below {
  const below = linesUntil((line) => !isListing(tokenize(line.join(' '))), lines);
  return { count: below.length, sentences: [textOf(heading, below.flat().join(', '))] };
}

/** Each line below “Your password must contain:”. */
function requiredBelow(heading: string, lines: readonly (readonly string[])[], tokenize: Tokenize): Below {
  const isOther = (line: readonly string[]) =>
    line.join('').trim().endsWith(':') ||
    tokenize(line.join(' ')).some(({ kind }) => kind === 'must' || kind === 'may');
  const below = linesUntil(isOther, lines);
  return { count: below.length, sentences: below.flat().map((line) => textOf(heading, line)) };
}

/** The lines before the first that is about something else. */
function linesUntil(
  isOther: (line: readonly string[]) => boolean,
  lines: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const found = lines.findIndex(isOther);
  return found < 0 ? lines : lines.slice(0, found);
}

/** Whether a line only names characters. */
const isListing = (tokens: readonly Token[]): boolean =>
  tokens.some(isClass) &&
  tokens.every(
    (token) =>
      isClass(token) ||
      ['or', 'example', 'length'].includes(token.kind) ||
      (token.kind === 'number' && token.value === 1),
  );
