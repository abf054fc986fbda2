import type { SiteRule } from '../../lib/site-rules/rule.ts';

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i)).join('');
const ALL = range(32, 126);
const NAMES = [
  ['upper', range(65, 90)],
  ['lower', range(97, 122)],
  ['digit', range(48, 57)],
  ['sign', [...range(33, 126)].filter((c) => !/[A-Za-z0-9]/.test(c)).join('')],
  ['space', ' '],
] as const;

/** A set as the names of its whole classes and its other characters: `upper+digit+[!#]`. */
function named(set: string): string {
  const whole = NAMES.filter(([, all]) => [...all].every((c) => set.includes(c)));
  const left = [...set].filter((c) => !whole.some(([, all]) => all.includes(c))).join('');
  return [...whole.map(([name]) => name), ...(left ? [`[${left}]`] : [])].join('+');
}

/** A rule in a few words, for tables of tests: `8-20, digit 2, without space`. */
export function summary(rule: SiteRule | undefined): string {
  if (!rule) return '';
  const { minLength, maxLength, maxConsecutive, required, allowed } = rule;
  const missing = [...ALL].filter((c) => !allowed.includes(c)).join('');
  const parts = [
    minLength || maxLength ? `${minLength ?? ''}-${maxLength ?? ''}` : '',
    ...required.map(({ characters, min }) => named(characters) + (min > 1 ? ` ${min}` : '')),
    missing.length > 40 ? `only ${named(allowed)}` : missing && `without ${named(missing)}`,
    maxConsecutive ? `runs of ${maxConsecutive}` : '',
  ];
  return parts.filter(Boolean).join(', ');
}
