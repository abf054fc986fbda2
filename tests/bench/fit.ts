import { generate as generatePassword } from 'generate-password';
import { CHARACTERS } from '../../lib/generator/charset.ts';
import { compile, DEFAULT_OPTIONS, type GenerateRequest, type Policy } from '../../lib/generator/index.ts';
import { compileWithin } from '../../lib/site-rules/generate-within.ts';
import { mergeRules } from '../../lib/site-rules/merge.ts';
import { parsePasswordRules } from '../../lib/site-rules/passwordrules/parse.ts';
import { loadSiteList } from '../../lib/site-rules/site-list/site-list.ts';
import { readVisibleText } from '../../lib/site-rules/visible-text/read-visible-text.ts';
import { objections, type PlainRule } from '../support/rule-validator.ts';
import { readBenchArguments } from './arguments.ts';
import { table, writePerformance } from './performance-doc.ts';

const HELP = `npm run bench:fit -- [DRAWS]   how many of DRAWS passwords (1000) each site of the bundled list would refuse,
                               of this generator and of others
  --write                      writes the figures into docs/performance.md too`;
const { count: draws, write, args } = readBenchArguments(HELP, 1000);

const ALL = Object.values(CHARACTERS).join('');
const PLAIN: Policy = { alphabet: ALL, required: [], minLength: 16, maxLength: 16 };
const strict = { length: 16, numbers: true, symbols: true, uppercase: true, lowercase: true, strict: true };

/** What makes a password for a site, prepared once for each. */
const GENERATORS: readonly { name: string; prepare: (rules: string) => () => string }[] = [
  { name: 'passmint, default options', prepare: (list) => fitted(list).next },
  { name: 'passmint without site rules', prepare: () => drawn({ kind: 'password' }) },
  { name: '16 characters of 94, no guarantee', prepare: () => drawn(PLAIN) },
  { name: 'generate-password strict, 16', prepare: () => () => generatePassword(strict) },
];

/** The passwords of the default options within a rules text of the list, as the extension fits them. */
function fitted(list: string) {
  const set = compileWithin(DEFAULT_OPTIONS, mergeRules({ list }));
  if (!set.ok) throw new Error(set.error.message);
  return set;
}

function drawn(what: Policy | GenerateRequest): () => string {
  const set = compile(what);
  if (!set.ok) throw new Error(set.error.message);
  return set.next;
}

function plainRule(rules: string): PlainRule {
  const { required, allowed, minLength, maxLength, maxConsecutive } = parsePasswordRules(rules);
  return {
    required: required.map(({ characters }) => characters),
    allowed,
    minlength: minLength ?? null,
    maxlength: maxLength ?? null,
    maxConsecutive: maxConsecutive ?? null,
  };
}

/**
 * Milliseconds to read a page's sentences for the first time, because the browser stops the background
 * between most pages.
 */
function timeToRead(): string {
  const start = performance.now();
  readVisibleText(['8–20 characters, at least one number and one of !@#$%']);
  return (performance.now() - start).toFixed(1);
}
const [cold, warm] = [timeToRead(), timeToRead()];

const { rules, date, version } = await loadSiteList();
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
console.log(`${rules.size} sites (list ${version} of ${date}), ${draws} passwords for each\n`);
const rows: string[][] = [];
console.log(
  `${'generator'.padEnd(36)}${'refused'.padStart(10)}${'sites that refuse some'.padStart(26)}${'ms'.padStart(8)}`,
);
for (const { name, prepare } of GENERATORS) {
  const start = performance.now();
  let refused = 0;
  let sites = 0;
  for (const text of rules.values()) {
    const rule = plainRule(text);
    const next = prepare(text);
    let broken = 0;
    for (let i = 0; i < draws; i++) if (objections(next(), rule).length) broken++;
    refused += broken;
    if (broken) sites++;
  }
  const time = Math.round(performance.now() - start);
  const columns = [
    percent(refused / (draws * rules.size)).padStart(10),
    `${sites} of ${rules.size}`.padStart(26),
    String(time).padStart(8),
  ];
  console.log(name.padEnd(36) + columns.join(''));
  rows.push([name, percent(refused / (draws * rules.size)), `${sites} of ${rules.size}`]);
}

const bits = [...rules.values()].map((list) => fitted(list).entropyBits);
bits.sort((a, b) => a - b);
const at = (share: number) => bits[Math.floor(share * (bits.length - 1))]?.toFixed(1);
console.log(
  `\nstrength of the fitted passwords: ${at(0)} bits at least, ${at(0.1)} for all but a tenth, ${at(0.5)} median`,
);
console.log(`sentences of a page read in ${cold} ms by a process that has just started, then in ${warm} ms`);

if (write) {
  const asked = `${draws.toLocaleString('en-US')} passwords for each of ${rules.size} sites (list ${version} of ${date})`;
  const strengths = [0, 0.1, 0.5].map((share) => `${at(share)} bits`);
  writePerformance({
    script: 'bench:fit',
    args,
    parts: [
      table([asked, 'refused', 'sites that refuse some'], rows),
      table(['weakest fitted password', 'all but a tenth have', 'median'], [strengths]),
      table(['first reading of a page’s sentences', 'second reading'], [[`${cold} ms`, `${warm} ms`]]),
    ],
  });
}
