import { NAMED_SETS, setOf, without } from '../characters.ts';
import { isNumber, type Token } from './token.ts';

const { special = '' } = NAMED_SETS;

/** A class in a sentence. */
export interface NamedClass {
  readonly token: Token;
  readonly characters: string;
  /** The number before it, if any. */
  readonly count: number | undefined;
  readonly role: 'plain' | 'barred' | 'may';
}

/** The required sets: a class by itself, or several joined by “or”. */
export function requiredSets(
  tokens: readonly Token[],
  named: readonly NamedClass[],
): { characters: string; min: number }[] {
  const sets: { characters: string; min: number; hasCount: boolean }[] = [];
  const following = tokens.findIndex(({ kind }) => kind === 'following');
  const number = tokens[following - 1];
  const chosen = isNumber(number) ? number.value : undefined;
  for (const { token, characters, count } of named) {
    const at = tokens.indexOf(token);
    const last = sets.at(-1);
    const joins = chosen === 1 && at > following + 1 && sets.length > 0;
    const linked = tokens[at - 1]?.kind === 'or' || (count !== undefined && tokens[at - 2]?.kind === 'or');
    if (token.kind === 'list' && last && isWithinSpecial(last.characters) && !linked)
      sets[sets.length - 1] = { ...last, characters };
    else if (last && (joins || (linked && !(chosen && chosen > 1)))) join(sets, characters);
    else if ((count ?? 1) <= 5 && token.kind !== 'space' && (token.kind !== 'list' || count !== undefined))
      sets.push({ characters, min: Math.max(1, count ?? 1), hasCount: count !== undefined });
  }
  return sets.map(({ characters, min }) => ({ characters: setOf(characters), min }));
}

const isWithinSpecial = (characters: string) => !without(characters, special);

/** Joins characters to the last sets, back to one with a number, as in “a digit, a letter or a sign”. */
function join(sets: { characters: string; min: number; hasCount: boolean }[], added: string): void {
  let characters = added;
  for (;;) {
    const last = sets.pop();
    if (!last) return void sets.push({ characters, min: 1, hasCount: true });
    characters += last.characters;
    if (last.hasCount) return void sets.push({ ...last, characters });
  }
}
