import { RANGES } from './matcher.ts';

/** The greatest lengths of a text and a sentence in UTF-16 units, and the most lines. Rules are short. */
export const MAX_TEXT = 4000;
const MAX_LINES = 80;
const MAX_SENTENCE = 600;

/**
 * Splits each line of a text into sentences in lower case, with normalized digits and signs. Longer ones and
 * empty lines are left out.
 */
export function linesOf(text: string): string[][] {
  return normalized(text)
    .split(/[\n\r•·●▪✓✔✗]+/)
    .slice(0, MAX_LINES)
    .map((line) =>
      line
        .split(/(?<![\s!#-&*-/:-@\\^_`{|}~[(])[.!?](?=\s+[\p{Lu}\p{Lo}]|\s*$)|;(?=\s+\p{L})|[。]/u)
        .map((sentence) => sentence.toLowerCase())
        .filter((sentence) => sentence.trim() && sentence.length <= MAX_SENTENCE),
    )
    .filter((sentences) => sentences.length > 0);
}

const normalized = (text: string): string =>
  text
    .slice(0, MAX_TEXT)
    .normalize('NFKC')
    // Its lower case would be two characters.
    .replace(/İ/g, 'i')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(((digit.charCodeAt(0) - 0x660) % 0x90) % 16))
    .replace(/\b\d{1,3}(?:,\d{3})+\b/g, (number) => number.replaceAll(',', ''))
    // “'A'-'Z'”, as ASP.NET writes it.
    .replace(/(["'‘’“”])([Aa0])\1?\s?[-–]\s?\1?([Zz9])["'’”]/g, '$2-$3')
    .replace(/\((?:[Aa]-[Zz]|0-9|[,&/\s]){1,12}\)/g, ' ')
    .replace(/\bA-Z\b|ABCDEFGHIJKLMNOPQRSTUVWXYZ/g, RANGES.upper)
    .replace(/\ba-z\b|abcdefghijklmnopqrstuvwxyz/g, RANGES.lower)
    .replace(/\b0-9\b|0123456789|1234567890/g, RANGES.digit);
