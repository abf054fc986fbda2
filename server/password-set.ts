import { compile, type GenerateRequest, type GeneratorError, type WordList } from '../lib/generator/index.ts';
import { manyOf } from '../lib/generator/many.ts';
import type { Adjustment } from '../lib/site-rules/fit/adjustments.ts';
import { compileWithin, EMPTY_RULE } from '../lib/site-rules/generate-within.ts';
import { type MergedRule, mergeRules } from '../lib/site-rules/merge.ts';
import { readPasswordRules } from '../lib/site-rules/passwordrules/parse.ts';
import type { PassphraseInput, PasswordInput, PinInput } from './options.ts';
import type { Figures } from './replies.ts';

/** A set of passwords with the figures that answers carry. */
export interface PasswordSet {
  readonly ok: true;
  readonly count: bigint;
  readonly figures: Figures;
  next(): string;
}

/** The parameter that makes a password impossible, and a sentence. */
export interface Fault {
  readonly ok: false;
  readonly field: string;
  readonly problem: string;
  readonly error: string;
}

/** The passwords that options and the rules of a site admit. */
export function passwordsOf(input: PasswordInput, siteRules: string | undefined): PasswordSet | Fault {
  const { site, rules, ...options } = input;
  const merged = rules === undefined && siteRules === undefined ? EMPTY_RULE : merge(rules, siteRules);
  if ('ok' in merged) return merged;
  const compiled = compileWithin({ ...options, avoidLookAlikes: false }, merged);
  if (!compiled.ok) return fault(compiled.error, rules === undefined ? 'site' : 'rules');
  const { adjustments } = compiled;
  const fit = {
    ...(site !== undefined && { site, site_rules: siteRules ?? null }),
    adjustments: adjustments.map(written),
  };
  return setOf(compiled, site === undefined && rules === undefined ? {} : { fit });
}

/** The passphrases that options admit. */
export function passphrasesOf(input: PassphraseInput, list: WordList): PasswordSet | Fault {
  const { random_separator: randomSeparator, ...options } = input;
  return setOfRequest({ kind: 'passphrase', list, ...options, randomSeparator });
}

/** The PINs that options admit. */
export function pinsOf(input: PinInput): PasswordSet | Fault {
  const { length, avoid_runs: avoidRuns, avoid_repeats: avoidRepeats, avoid_dates: avoidDates } = input;
  return setOfRequest({ kind: 'pin', length, avoidRuns, avoidRepeats, avoidDates });
}

/** Draws different passwords of a set. */
export async function drawMany(set: PasswordSet, count: number): Promise<readonly string[] | Fault> {
  const many = manyOf(set, count, {});
  if (!many.ok) {
    const error = `Only ${set.count} different passwords exist with these options. Ask for fewer.`;
    return { ok: false, field: 'count', problem: 'too_few', error };
  }
  const passwords: string[] = [];
  for await (const chunk of many.chunks) passwords.push(...chunk.passwords);
  return passwords;
}

/** Merges rules; text that isn’t understood completely is refused, because it might admit too much. */
function merge(rules: string | undefined, siteRules: string | undefined): MergedRule | Fault {
  if (rules !== undefined) {
    const [first] = readPasswordRules(rules).errors;
    const error = `The rules can’t be read at character ${(first?.at ?? 0) + 1}. Write them as passwordrules.`;
    if (first) return { ok: false, field: 'rules', problem: first.code, error };
  }
  const merged = mergeRules({ own: rules, list: siteRules });
  if (rules === undefined || merged.contradictions.length === 0) return merged;
  const error = 'The rules contradict each other, so no password can satisfy all of them.';
  return { ok: false, field: 'rules', problem: 'contradictory', error };
}

type Compiled = Extract<ReturnType<typeof compile>, { ok: true }>;

function setOfRequest(request: GenerateRequest): PasswordSet | Fault {
  const compiled = compile(request);
  return compiled.ok ? setOf(compiled, {}) : fault(compiled.error, '');
}

function setOf(compiled: Compiled, extra: Pick<Figures, 'fit'>): PasswordSet {
  const { count, entropyBits, strength, isAtLeast, next } = compiled;
  const figures: Figures = {
    entropy_bits: entropyBits,
    strength,
    admissible: String(count),
    ...(isAtLeast && { at_least: true }),
    ...extra,
  };
  return { ok: true, count, figures, next };
}

/** An adjustment with names as the API writes them. */
function written(adjustment: Adjustment) {
  const entries = Object.entries(adjustment).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([name, value]) => [name === 'characterClass' ? 'character_class' : name, value]),
  ) as { code: string };
}

/** A failure of the generator, by the parameter at fault. `rules` is the parameter that named the rules. */
function fault({ code, option, characterClass }: GeneratorError, rules: string): Fault {
  const isOfRules = option === 'siteRules';
  const sentences: { [code in GeneratorError['code']]?: string } = {
    no_class: 'Set at least one of uppercase, lowercase, numbers and symbols to true.',
    class_emptied: `Every character of “${characterClass}” is excluded. Exclude fewer, or set it to false.`,
    unmeetable: isOfRules
      ? 'No password can satisfy these rules and options.'
      : 'The rules need a character that is excluded. Exclude fewer characters.',
    too_complex: 'The rules are too complex. Simplify them.',
  };
  const error = sentences[code] ?? 'No password can satisfy these options.';
  return { ok: false, field: isOfRules ? rules : option, problem: code, error };
}
