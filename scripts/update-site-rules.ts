import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parsePasswordRules } from '../lib/site-rules/passwordrules/parse.ts';
import { decodeList } from '../lib/site-rules/site-list/site-list.ts';

const HELP = `npm run update:site-rules -- FILE   writes the bundled snapshot of the public list of site rules from FILE: the
                                    quirks/password-rules.json of a checkout of apple/password-manager-resources;
                                    stops if a rule would not come back the same`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' } },
});
const [source] = positionals;
if (values.help || !source) {
  console.log(HELP);
  process.exit(values.help ? 0 : 1);
}

const FOLDER = path.resolve('lib/site-rules/site-list');
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^minlength: */, 'N'],
  [/^maxlength: */, 'X'],
  [/^max-consecutive: */, 'Q'],
  [/^required: */, 'R'],
  [/^allowed: */, 'A'],
];
const CLASSES: { readonly [name: string]: string } = {
  upper: 'U',
  lower: 'L',
  digit: 'D',
  special: 'S',
  'ascii-printable': 'P',
  unicode: 'C',
};

/** Abbreviates a rules text as `decodeRules` reads it. */
function encode(rules: string): string {
  const parts = rules.match(/(?:\[.*?\]+(?=\s*(?:[;,]|$))|[^;[])+/g) ?? [];
  return parts
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [name, code] = WORDS.find(([word]) => word.test(part)) ?? [];
      if (!name || !code) throw new Error(`Unknown rule: ${part}`);
      const classes = part.replace(name, '').match(/\[.*?\]+(?=\s*(?:,|$))|[^,[\s]+/g) ?? [];
      return code + classes.map((each) => CLASSES[each] ?? each).join(',');
    })
    .join(' ');
}

const text = readFileSync(source);
const list: Record<string, { 'password-rules': string }> = JSON.parse(text.toString());
const hostsByRule = new Map<string, string[]>();
for (const [host, { 'password-rules': rules }] of Object.entries(list)) {
  const coded = encode(rules);
  hostsByRule.set(coded, [...(hostsByRule.get(coded) ?? []), host]);
}
const coded = [...hostsByRule].map(([rule, hosts]) => `${hosts.join(' ')}\t${rule}`).join('\n');

const decoded = decodeList(coded);
for (const [host, { 'password-rules': rules }] of Object.entries(list)) {
  const [before, after] = [rules, decoded.get(host) ?? ''].map((each) => {
    const { errors: _, ...rule } = parsePasswordRules(each);
    return JSON.stringify(rule);
  });
  if (before !== after) throw new Error(`${host} would change: ${rules}`);
}

const HEADER = `// From the public list of apple/password-manager-resources, © Apple Inc., MIT licence (see LICENSE.md).
// Abbreviated and otherwise unchanged; written by scripts/update-site-rules.ts.
`;
const version = createHash('sha256').update(text).digest('hex').slice(0, 12);
const date = new Date().toISOString().slice(0, 10);
const literal = (value: string) =>
  `'${value.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}'`;
writeFileSync(
  path.join(FOLDER, 'data.ts'),
  `${HEADER}export const date = '${date}';\nexport const version = '${version}';\nexport const coded =\n  ${literal(coded)};\n`,
);
console.log(`${decoded.size} sites, version ${version} of ${date}`);
