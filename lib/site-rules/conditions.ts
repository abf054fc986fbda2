import type { Limit } from './rule.ts';

/** The longest run of characters of which each goes with the one before. */
function longest(characters: readonly string[], goesOn: (character: string, at: number) => boolean): number {
  let most = 0;
  let run = 0;
  characters.forEach((character, at) => {
    run = goesOn(character, at) ? run + 1 : 1;
    most = Math.max(most, run);
  });
  return most;
}

/** The longest run of one character. */
export const longestRun = (characters: readonly string[]): number =>
  longest(characters, (character, at) => character === characters[at - 1]);

/** The longest run of characters of a set. */
export function longestOf(set: string, characters: readonly string[]): number {
  let run = 0;
  return characters.reduce((most, character) => {
    run = set.includes(character) ? run + 1 : 0;
    return Math.max(most, run);
  }, 0);
}

/**
 * The longest sequence of letters or of digits that count up or down, such as `abc` and `321`. Case does not
 * count, because many sites ignore it.
 */
export function longestSequence(characters: readonly string[]): number {
  const codes = characters.map((character) =>
    /[a-z0-9]/i.test(character) ? character.toLowerCase().charCodeAt(0) : Number.NaN,
  );
  const goesBy = (step: number) =>
    longest(characters, (_, at) => (codes[at] as number) - (codes[at - 1] as number) === step);
  return Math.max(goesBy(1), goesBy(-1));
}

/** Whether a character of the set occurs more often than the limit says. */
export function isRepeated(characters: readonly string[], { characters: set, max }: Limit): boolean {
  const found = new Map<string, number>();
  return characters.some((character) => {
    const times = (found.get(character) ?? 0) + 1;
    found.set(character, times);
    return times > max && set.includes(character);
  });
}

/** Whether the text occurs in the password, whatever its case. */
export const isPartOf = (password: string, text: string): boolean =>
  password.toLowerCase().includes(text.toLowerCase());
