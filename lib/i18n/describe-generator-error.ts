import type { GeneratorError } from '../generator/index.ts';
import { type MessageKey, message } from './message.ts';
import { formatNumber } from './plural.ts';

/** The labels of the options that are numbers. */
const LABELS: Readonly<Record<string, MessageKey>> = {
  length: 'option_length',
  words: 'option_words',
  syllables: 'option_syllables',
  minNumbers: 'option_minNumbers',
  minSymbols: 'option_minSymbols',
};

/** The message for options that no password can meet. */
export function describeGeneratorError({ code, option, characterClass, range }: GeneratorError): string {
  if (option === 'siteRules') return message('error_site_unmeetable');
  if (option === 'exclude' && code === 'unmeetable') return message('error_site_exclude');
  if (code === 'class_emptied' && characterClass) return message(`error_emptied_${characterClass}`);
  if (code === 'no_class') return message('error_no_class');
  if (code === 'shorter_than_classes') return message('error_too_short');
  if (code === 'unmeetable' || code === 'too_complex') return message('error_unmeetable');
  const label = Object.hasOwn(LABELS, option) ? LABELS[option] : undefined;
  // The generator checks that a password's length is a whole number before it knows the limits.
  if (!label || !range?.every(Number.isFinite)) return message('error_length');
  return message('error_range', message(label), ...range.map(formatNumber));
}
